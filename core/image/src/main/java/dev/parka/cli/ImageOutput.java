package dev.parka.cli;

import dev.parka.image.BuiltImage;
import dev.parka.oci.ImageLayoutExport;
import java.nio.file.Path;

/**
 * Where an image is saved.
 *
 * @param text as it was written: a tar's path, or a directory's with a slash at its end
 */
record ImageOutput(String text) {

  /**
   * Refuses a place that cannot be written to.
   *
   * @throws dev.parka.runtime.ParkaException [CannotWrite]
   */
  void require() {
    if (isDirectory()) {
      ImageLayoutExport.requireDirectoryPlace(Path.of(text));
    } else {
      ImageLayoutExport.requireTarPlace(Path.of(text));
    }
  }

  /** Saves an image there, whole or not at all. */
  void save(BuiltImage image) {
    if (isDirectory()) {
      image.toOciLayout(Path.of(text));
    } else {
      image.toOciTar(Path.of(text));
    }
  }

  private boolean isDirectory() {
    return text.endsWith("/");
  }

  @Override
  public String toString() {
    return text;
  }
}
