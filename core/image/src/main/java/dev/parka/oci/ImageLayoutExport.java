package dev.parka.oci;

import dev.parka.runtime.tree.FileTree;
import dev.parka.runtime.tree.ImagePath;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Hands a finished layout out, as a directory or as a tar; whole or not at all. */
public final class ImageLayoutExport {

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
  public static void toTar(OciImage image, Instant time, Path file) {
    WholeOutput.file(
        file,
        beside -> {
          FileTree files = FileTree.read(image.layout(), ImagePath.ROOT);
          try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
            LayerWriter.writeTar(files, time, out);
          }
        });
  }

  /**
   * Copies the layout to a directory, which must be absent, empty, or another layout to replace.
   *
   * @throws dev.parka.runtime.ParkaException [CannotWrite] if it cannot be written; what was there
   *     before stays
   */
  public static void toDirectory(OciImage image, Path directory) {
    WholeOutput.directory(directory, beside -> copy(image.layout(), beside));
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
