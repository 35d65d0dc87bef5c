package dev.parka.cli;

import dev.parka.image.BuiltImage;
import dev.parka.oci.ImageLayoutExport;
import dev.parka.registry.ImagePush;
import dev.parka.registry.PushedImage;
import dev.parka.registry.RegistryOptions;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.spec.ImageReference;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.TypeConversionException;

/**
 * Where an image goes.
 *
 * @param path of the tar or of the directory
 * @param isDirectory whether it is a directory, which is written with a slash at its end
 * @param registry the repository and tag that it is pushed to instead
 */
record ImageOutput(Path path, boolean isDirectory, Optional<ImageReference> registry) {

  private static final String REGISTRY = "registry:";

  /** Parses an option's value; a name that this JVM's locale cannot write is a usage error. */
  static ImageOutput parse(String text) {
    if (text.startsWith(REGISTRY)) {
      return toRegistry(text.substring(REGISTRY.length()));
    }
    try {
      return new ImageOutput(Path.of(text), text.endsWith("/"), Optional.empty());
    } catch (InvalidPathException e) {
      throw new TypeConversionException(
          "'" + Printable.of(text) + "' is no path in this locale; set LC_ALL=C.UTF-8");
    }
  }

  private static ImageOutput toRegistry(String text) {
    try {
      ImageReference target = ImagePush.requireTarget(ImageReference.parse(text));
      return new ImageOutput(Path.of(""), false, Optional.of(target));
    } catch (ParkaException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  /**
   * Refuses a place that cannot be written to.
   *
   * @throws dev.parka.runtime.ParkaException [CannotWrite]
   */
  void require() {
    if (registry.isPresent()) {
      return;
    }
    if (isDirectory) {
      ImageLayoutExport.requireDirectoryPlace(path);
    } else {
      ImageLayoutExport.requireTarPlace(path);
    }
  }

  /** Saves an image there, or pushes it, whole or not at all; answers what was done. */
  String save(BuiltImage image, RegistryOptions options) {
    if (registry.isPresent()) {
      return pushed(image.push(registry.get(), options));
    }
    if (isDirectory) {
      image.toOciLayout(path);
    } else {
      image.toOciTar(path);
    }
    return "saved " + this;
  }

  private static String pushed(PushedImage pushed) {
    PushedImage.Blobs blobs = pushed.blobs();
    return String.format(
        Locale.ROOT,
        "pushed %s: %d blobs sent (%.1f MB), %d mounted, %d there before",
        pushed.pinned(),
        blobs.sent(),
        blobs.bytes() / 1e6,
        blobs.mounted(),
        blobs.present());
  }

  @Override
  public String toString() {
    return registry.map(target -> REGISTRY + target).orElseGet(path::toString);
  }
}
