package dev.parka.oci;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** An image layout that a test writes by hand, good or bad; evidence independent of the writer. */
public final class HandMadeImage {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String OCI = "application/vnd.oci.image.";

  /** An ELF file for x86-64 that has a header alone. */
  private static final byte[] ELF =
      HexFormat.of()
          .parseHex(
              "7f454c46020101000000000000000000"
                  + "03003e00010000000000000000000000"
                  + "00000000000000000000000000000000"
                  + "00000000400038000000400000000000");

  private final List<byte[]> layers = new ArrayList<>();
  private final List<byte[]> plain = new ArrayList<>();
  private Consumer<ObjectNode> config = c -> {};
  private Consumer<ObjectNode> manifest = m -> {};
  private Consumer<ObjectNode> index = i -> {};

  /** A good image with two layers, of which nothing can be run. */
  public static HandMadeImage good() {
    return new HandMadeImage().layer(runtime()).layer(application());
  }

  /** A layer with a java launcher that has a header alone. */
  public static HandMadeLayer runtime() {
    return new HandMadeLayer()
        .directory("opt", 0755)
        .directory("opt/java", 0755)
        .directory("opt/java/bin", 0755)
        .file("opt/java/bin/java", 0755, ELF)
        .directory("tmp", 01777);
  }

  /** A layer with what an application has. */
  public static HandMadeLayer application() {
    return new HandMadeLayer()
        .directory("app", 0755)
        .file("app/app.jar", 0644, jar(Map.of("App.class", utf8("no class"))))
        .file("app/class-path", "-cp\n\"/app/app.jar\"\n");
  }

  /** An ELF file for x86-64 that has a header alone. */
  public static byte[] elf() {
    return ELF.clone();
  }

  /** A jar with these entries. */
  public static byte[] jar(Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
        ZipEntry header = new ZipEntry(entry.getKey());
        header.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(header);
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Adds a layer, stored as gzip. */
  public HandMadeImage layer(HandMadeLayer layer) {
    return layer(HandMadeLayer.gzip(layer.tar()), layer.tar());
  }

  /** Adds a layer, stored as it is. */
  public HandMadeImage uncompressed(HandMadeLayer layer) {
    return layer(layer.tar(), layer.tar());
  }

  /** Adds a layer whose stored bytes need have nothing to do with the plain ones. */
  public HandMadeImage layer(byte[] stored, byte[] uncompressed) {
    layers.add(stored);
    plain.add(uncompressed);
    return this;
  }

  /** Changes the configuration before its digest is taken. */
  public HandMadeImage config(Consumer<ObjectNode> change) {
    config = config.andThen(change);
    return this;
  }

  /** Changes the part of the configuration that says how the image is run. */
  public HandMadeImage container(Consumer<ObjectNode> change) {
    return config(c -> change.accept((ObjectNode) c.get("config")));
  }

  /** Changes the manifest before its digest is taken. */
  public HandMadeImage manifest(Consumer<ObjectNode> change) {
    manifest = manifest.andThen(change);
    return this;
  }

  /** Changes the index. */
  public HandMadeImage index(Consumer<ObjectNode> change) {
    index = index.andThen(change);
    return this;
  }

  /** The files of the layout; a test may change, add and remove some. */
  public SortedMap<String, byte[]> files() {
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put("oci-layout", utf8("{\"imageLayoutVersion\":\"1.0.0\"}"));
    ObjectNode manifestJson = MAPPER.createObjectNode();
    manifestJson.put("schemaVersion", 2).put("mediaType", OCI + "manifest.v1+json");
    manifestJson.set("config", blob(files, OCI + "config.v1+json", json(configJson())));
    ArrayNode array = manifestJson.putArray("layers");
    layers.forEach(layer -> array.add(blob(files, layerType(layer), layer)));
    manifest.accept(manifestJson);
    ObjectNode indexJson = MAPPER.createObjectNode();
    indexJson.put("schemaVersion", 2).put("mediaType", OCI + "index.v1+json");
    ObjectNode descriptor = blob(files, OCI + "manifest.v1+json", json(manifestJson));
    descriptor.putObject("annotations").put("org.opencontainers.image.ref.name", "latest");
    indexJson.putArray("manifests").add(descriptor);
    index.accept(indexJson);
    files.put("index.json", json(indexJson));
    return files;
  }

  private static String layerType(byte[] layer) {
    boolean isGzip = layer.length > 1 && layer[0] == 0x1f && layer[1] == (byte) 0x8b;
    return OCI + (isGzip ? "layer.v1.tar+gzip" : "layer.v1.tar");
  }

  private ObjectNode configJson() {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("architecture", "amd64").put("os", "linux");
    ObjectNode container = json.putObject("config");
    container.put("User", "65532:65532").put("WorkingDir", "/app");
    container.putArray("Entrypoint").add("/opt/java/bin/java").add("@/app/class-path").add("App");
    ObjectNode rootfs = json.putObject("rootfs").put("type", "layers");
    ArrayNode diffIds = rootfs.putArray("diff_ids");
    ArrayNode history = json.putArray("history");
    for (byte[] layer : plain) {
      diffIds.add("sha256:" + sha256(layer));
      history.addObject().put("created_by", "a test");
    }
    history.addObject().put("created_by", "a test").put("empty_layer", true);
    config.accept(json);
    return json;
  }

  /** Adds a blob and gives its descriptor. */
  public static ObjectNode blob(Map<String, byte[]> files, String mediaType, byte[] bytes) {
    String hex = sha256(bytes);
    files.put("blobs/sha256/" + hex, bytes);
    return MAPPER
        .createObjectNode()
        .put("mediaType", mediaType)
        .put("digest", "sha256:" + hex)
        .put("size", bytes.length);
  }

  /** Writes the layout into a directory. */
  public Path write(Path directory) throws IOException {
    return write(files(), directory);
  }

  /** Writes files into a directory. */
  public static Path write(Map<String, byte[]> files, Path directory) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = directory.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    return directory;
  }

  /** Writes files into a tar file. */
  public static Path writeTar(Map<String, byte[]> files, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
      for (Map.Entry<String, byte[]> entry : files.entrySet()) {
        TarArchiveEntry header = new TarArchiveEntry(entry.getKey(), true);
        header.setSize(entry.getValue().length);
        tar.putArchiveEntry(header);
        tar.write(entry.getValue());
        tar.closeArchiveEntry();
      }
    }
    return file;
  }

  /** The digest of bytes, in hexadecimal digits. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Text as bytes. */
  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] json(JsonNode json) {
    try {
      return MAPPER.writeValueAsBytes(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
