package dev.parka.cli;

import dev.parka.image.BuiltImage;
import dev.parka.oci.ImageLayoutExport;
import dev.parka.runtime.Printable;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.TypeConversionException;

/**
 * Where an image is saved.
 *
 * @param path of the tar or of the directory
 * @param isDirectory whether it is a directory, which is written with a slash at its end
 */
record ImageOutput(Path path, boolean isDirectory) {

  /** Parses an option's value; a name that this JVM's locale cannot write is a usage error. */
  static ImageOutput parse(String text) {
    try {
      return new ImageOutput(Path.of(text), text.endsWith("/"));
    } catch (InvalidPathException e) {
      throw new TypeConversionException(
          "'" + Printable.of(text) + "' is no path in this locale; set LC_ALL=C.UTF-8");
    }
  }

  /**
   * Refuses a place that cannot be written to.
   *
   * @throws dev.parka.runtime.ParkaException [CannotWrite]
   */
  void require() {
    if (isDirectory) {
      ImageLayoutExport.requireDirectoryPlace(path);
    } else {
      ImageLayoutExport.requireTarPlace(path);
    }
  }

  /** Saves an image there, whole or not at all. */
  void save(BuiltImage image) {
    if (isDirectory) {
      image.toOciLayout(path);
    } else {
      image.toOciTar(path);
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
