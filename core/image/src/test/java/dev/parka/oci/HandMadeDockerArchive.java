package dev.parka.oci;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** An archive as {@code docker save} wrote it before version 25, or as others write it. */
public final class HandMadeDockerArchive {

  private static final String LAYERS = "\"a/layer.tar\",\"b/layer.tar\"";

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Map<String, String> links = new LinkedHashMap<>();

  /** The good image, saved by Docker. */
  public HandMadeDockerArchive() {
    byte[] config = config();
    files.put("a/layer.tar", HandMadeImage.runtime().tar());
    files.put("b/layer.tar", HandMadeImage.application().tar());
    files.put(HandMadeImage.sha256(config) + ".json", config);
    manifest(image("app:1", HandMadeImage.sha256(config) + ".json", LAYERS));
  }

  private static byte[] config() {
    return HandMadeImage.good().files().values().stream()
        .filter(bytes -> new String(bytes, StandardCharsets.UTF_8).contains("rootfs"))
        .findFirst()
        .orElseThrow();
  }

  private static String image(String tag, String config, String layers) {
    return "{\"Config\":\""
        + config
        + "\",\"RepoTags\":[\""
        + tag
        + "\"],\"Layers\":["
        + layers
        + "]}";
  }

  private void manifest(String... images) {
    files.put("manifest.json", HandMadeImage.utf8("[" + String.join(",", images) + "]"));
  }

  /** With compressed layers and a configuration of a fixed name. */
  public HandMadeDockerArchive asJibWritesIt() {
    files.clear();
    files.put("config.json", config());
    files.put("1.tar.gz", HandMadeLayer.gzip(HandMadeImage.runtime().tar()));
    files.put("2.tar.gz", HandMadeLayer.gzip(HandMadeImage.application().tar()));
    manifest(image("app:1", "config.json", "\"1.tar.gz\",\"2.tar.gz\""));
    return this;
  }

  /** With a link in the place of a layer. */
  public HandMadeDockerArchive linked() {
    files.put("c/layer.tar", HandMadeImage.application().tar());
    files.remove("b/layer.tar");
    links.put("b/layer.tar", "../c/layer.tar");
    return this;
  }

  /** With a byte in the configuration that was not there. */
  public HandMadeDockerArchive withOtherConfig() {
    String name = HandMadeImage.sha256(config()) + ".json";
    files.put(name, HandMadeImage.utf8(new String(config(), StandardCharsets.UTF_8) + " "));
    return this;
  }

  /** With another file in a layer. */
  public HandMadeDockerArchive withOtherLayer() {
    files.put("b/layer.tar", HandMadeImage.application().file("app/more", "x").tar());
    return this;
  }

  /** With the same image under two names. */
  public HandMadeDockerArchive twice() {
    String config = HandMadeImage.sha256(config()) + ".json";
    manifest(image("app:1", config, LAYERS), image("other:1", config, LAYERS));
    return this;
  }

  /** Writes it. */
  public Path write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
      for (Map.Entry<String, String> link : links.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(link.getKey(), TarConstants.LF_SYMLINK);
        entry.setLinkName(link.getValue());
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
      }
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
}
