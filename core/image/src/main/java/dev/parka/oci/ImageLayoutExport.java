package dev.parka.oci;

import dev.parka.runtime.tree.Content;
import dev.parka.runtime.tree.FileEntry;
import dev.parka.runtime.tree.FileTree;
import dev.parka.runtime.tree.ImagePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Hands a finished layout out, as a directory or as a tar; whole or not at all. */
public final class ImageLayoutExport {

  private static final int FILE_MODE = 0644;

  private ImageLayoutExport() {}

  /**
   * Refuses a place that a tar cannot be written to, before an image is built for it.
   *
   * @throws dev.parka.runtime.ParkaException [CannotWrite]
   */
  public static void requireTarPlace(Path file) {
    WholeOutput.requireFile(file);
  }

  /**
   * Refuses a place that a layout cannot be written to, before an image is built for it.
   *
   * @throws dev.parka.runtime.ParkaException [CannotWrite]
   */
  public static void requireDirectoryPlace(Path directory) {
    WholeOutput.requireDirectory(directory);
  }

  /**
   * Writes the layout as a tar, with sorted entries of one time; what was there before is replaced.
   *
   * @throws dev.parka.runtime.ParkaException [CannotWrite] if it cannot be written; what was there
   *     before stays
   */
  public static void toTar(Path layout, Instant time, Path file) {
    WholeOutput.file(
        file, beside -> LayoutTar.write(FileTree.read(layout, ImagePath.ROOT), time, beside));
  }

  /**
   * Writes the layout as a tar that {@code docker load} of every version takes as well: with a
   * {@code manifest.json} beside the index, as {@code docker save} itself does since version 25.
   *
   * @throws dev.parka.runtime.ParkaException [CannotWrite] if it cannot be written; what was there
   *     before stays
   */
  public static void toDockerTar(OciImage image, Instant time, Path file) {
    WholeOutput.file(
        file,
        beside -> {
          List<FileEntry> files =
              new ArrayList<>(FileTree.read(image.layout(), ImagePath.ROOT).entries());
          files.add(
              new FileEntry.RegularFile(
                  new ImagePath("/manifest.json"),
                  FILE_MODE,
                  Content.of(ImageDocuments.dockerManifest(image))));
          LayoutTar.write(FileTree.of(files), time, beside);
        });
  }

  /**
   * Copies the layout to a directory, which must be absent, empty, or another layout to replace.
   *
   * @throws dev.parka.runtime.ParkaException [CannotWrite] if it cannot be written; what was there
   *     before stays
   */
  public static void toDirectory(Path layout, Path directory) {
    WholeOutput.directory(directory, beside -> copy(layout, beside));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
