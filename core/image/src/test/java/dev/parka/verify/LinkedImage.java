package dev.parka.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parka.oci.HandMadeImage;
import dev.parka.oci.HandMadeLayer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** A built image in memory, with plain layers, to which tests add layers that break it. */
final class LinkedImage {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String LAYER = "application/vnd.oci.image.layer.v1.tar";
  private static final String CONFIG = "application/vnd.oci.image.config.v1+json";
  private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

  private final ObjectNode config;
  private final Map<String, byte[]> blobs = new TreeMap<>();
  private final ArrayNode layers = MAPPER.createArrayNode();
  private final Map<String, byte[]> contents = new HashMap<>();
  private final Map<String, FileTime> times = new HashMap<>();
  private final Path kept;

  private LinkedImage(ObjectNode config, Path kept) {
    this.config = config;
    this.kept = kept;
  }

  /**
   * Reads a layout that holds one image.
   *
   * @param kept a directory to make for its layers
   */
  static LinkedImage read(Path layout, Path kept) throws IOException {
    JsonNode index = MAPPER.readTree(layout.resolve("index.json").toFile());
    JsonNode manifest = MAPPER.readTree(Files.readAllBytes(blob(layout, index.at("/manifests/0"))));
    LinkedImage image =
        new LinkedImage(
            (ObjectNode) MAPPER.readTree(Files.readAllBytes(blob(layout, manifest.get("config")))),
            kept);
    for (JsonNode layer : manifest.get("layers")) {
      try (InputStream in =
          new GZIPInputStream(Files.newInputStream(blob(layout, layer)), 1 << 16)) {
        image.add(in.readAllBytes());
      }
    }
    HandMadeImage.write(image.blobs, kept);
    return image;
  }

  private static Path blob(Path layout, JsonNode descriptor) {
    return layout.resolve(
        "blobs/sha256/" + descriptor.get("digest").asText().substring("sha256:".length()));
  }

  private void add(byte[] tar) throws IOException {
    layers.add(HandMadeImage.blob(blobs, LAYER, tar));
    try (TarArchiveInputStream in = new TarArchiveInputStream(new ByteArrayInputStream(tar))) {
      for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.isFile() && !entry.isSymbolicLink() && !entry.isLink()) {
          contents.put(entry.getName(), in.readAllBytes());
          times.put(entry.getName(), entry.getLastModifiedTime());
        }
      }
    }
  }

  /** The bytes of a file, such as {@code opt/java/release}. */
  byte[] file(String name) {
    byte[] bytes = contents.get(name);
    if (bytes == null) {
      throw new IllegalArgumentException(name + " is not among " + contents.keySet());
    }
    return bytes.clone();
  }

  /** When a file was modified. */
  FileTime time(String name) {
    return Objects.requireNonNull(times.get(name));
  }

  /** The name of a file that ends so. */
  String name(String end) {
    return contents.keySet().stream().filter(name -> name.endsWith(end)).findFirst().orElseThrow();
  }

  /** The same image with a layer on top, and with other settings; no compression. */
  Path with(HandMadeLayer layer, Consumer<ObjectNode> container, Path directory)
      throws IOException {
    ObjectNode changed = config.deepCopy();
    container.accept((ObjectNode) changed.get("config"));
    byte[] tar = layer.tar();
    SortedMap<String, byte[]> files = new TreeMap<>();
    ArrayNode all = layers.deepCopy();
    all.add(HandMadeImage.blob(files, LAYER, tar));
    ((ArrayNode) changed.at("/rootfs/diff_ids")).add("sha256:" + HandMadeImage.sha256(tar));
    ((ArrayNode) changed.get("history")).addObject().put("created_by", "a test");
    ObjectNode manifest = MAPPER.createObjectNode().put("schemaVersion", 2);
    manifest.put("mediaType", MANIFEST);
    manifest.set("config", HandMadeImage.blob(files, CONFIG, MAPPER.writeValueAsBytes(changed)));
    manifest.set("layers", all);
    ObjectNode index = MAPPER.createObjectNode().put("schemaVersion", 2);
    index
        .putArray("manifests")
        .add(HandMadeImage.blob(files, MANIFEST, MAPPER.writeValueAsBytes(manifest)));
    files.put("index.json", MAPPER.writeValueAsBytes(index));
    files.put("oci-layout", HandMadeImage.utf8("{\"imageLayoutVersion\":\"1.0.0\"}"));
    HandMadeImage.write(files, directory);
    for (String name : blobs.keySet()) {
      Files.createLink(directory.resolve(name), kept.resolve(name));
    }
    return directory;
  }
}
