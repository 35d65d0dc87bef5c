package dev.parka.oci;

import dev.parka.runtime.tree.Content;
import dev.parka.runtime.tree.FileEntry;
import dev.parka.runtime.tree.FileTree;
import dev.parka.runtime.tree.ImagePath;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What engines load: a stored image, whoever built it, under a name. */
public final class EngineArchive {

  private static final int FILE_MODE = 0644;

  private EngineArchive() {}

  /**
   * Writes it as {@code docker save} does; layers may be compressed.
   *
   * @param config the bytes of the image's configuration
   * @param layers the stored layers, the lowest first
   * @param name repository and tag
   * @param file where nothing is yet
   */
  public static void write(Content config, List<Content> layers, String name, Path file)
      throws IOException {
    List<FileEntry> files = new ArrayList<>();
    List<String> names = new ArrayList<>();
    files.add(file("config.json", config));
    for (Content layer : layers) {
      names.add("layer-" + names.size() + ".tar");
      files.add(file(names.get(names.size() - 1), layer));
    }
    JsonObject image =
        new JsonObject()
            .put("Config", "config.json")
            .putAll("RepoTags", List.of(name))
            .put("Layers", names);
    files.add(file("manifest.json", Content.of(JsonObject.bytes(List.of(image)))));
    LayoutTar.write(FileTree.of(files), Instant.EPOCH, file);
  }

  private static FileEntry file(String name, Content content) {
    return new FileEntry.RegularFile(new ImagePath("/" + name), FILE_MODE, content);
  }
}
