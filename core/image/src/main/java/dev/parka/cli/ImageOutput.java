package dev.parka.cli;

import dev.parka.image.BuiltImage;
import dev.parka.image.ContainerEngine;
import dev.parka.image.ImageIndex;
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
import picocli.CommandLine.TypeConversionException;

/** Where an image is saved. */
sealed interface ImageOutput {

  /** What stands before the path of an archive for {@code docker load}. */
  String DOCKER_ARCHIVE = "docker-archive:";

  /** Docker's daemon. */
  String DOCKER_DAEMON = "docker-daemon:";

  /** What stands before a repository and tag. */
  String REGISTRY = "registry:";

  /** The user's store of podman. */
  String PODMAN = "podman:";

  /**
   * Refuses a place that cannot be written to, before an image is built for it.
   *
   * @throws dev.parka.runtime.ParkaException [CannotWrite]
   */
  void require();

  /**
   * Saves an image there, whole or not at all; answers what was done.
   *
   * @param options how registries are spoken to
   */
  String save(BuiltImage image, RegistryOptions options);

  /**
   * Saves an index and all its images there, whole or not at all; answers what was done.
   *
   * @param options how registries are spoken to
   * @throws UnsupportedOperationException if there is no room for more than one: {@link
   *     #takesIndex}
   */
  default String save(ImageIndex index, RegistryOptions options) {
    throw new UnsupportedOperationException(this + " takes the image of one platform");
  }

  /** Whether an index of images can be saved there. */
  default boolean takesIndex() {
    return false;
  }

  /** A file or a directory of this machine. */
  record Saved(Form form, Path path) implements ImageOutput {

    @Override
    public void require() {
      if (form == Form.OCI_LAYOUT) {
        ImageLayoutExport.requireDirectoryPlace(path);
      } else {
        ImageLayoutExport.requireTarPlace(path);
      }
    }

    @Override
    public String save(BuiltImage image, RegistryOptions options) {
      switch (form) {
        case OCI_TAR -> image.toOciTar(path);
        case OCI_LAYOUT -> image.toOciLayout(path);
        case DOCKER_ARCHIVE -> image.toDockerTar(path);
      }
      return "saved " + this;
    }

    @Override
    public String save(ImageIndex index, RegistryOptions options) {
      switch (form) {
        case OCI_TAR -> index.toOciTar(path);
        case OCI_LAYOUT -> index.toOciLayout(path);
        case DOCKER_ARCHIVE -> ImageOutput.super.save(index, options);
      }
      return "saved " + this;
    }

    @Override
    public boolean takesIndex() {
      return form != Form.DOCKER_ARCHIVE;
    }

    @Override
    public String toString() {
      return form == Form.DOCKER_ARCHIVE ? DOCKER_ARCHIVE + path : path.toString();
    }
  }

  /** How an image lies in files. */
  enum Form {
    /** An OCI image layout in a tar. */
    OCI_TAR,
    /** An OCI image layout in a directory, which is written with a slash at its end. */
    OCI_LAYOUT,
    /** A tar for {@code docker load}. */
    DOCKER_ARCHIVE
  }

  /** The store of an engine. */
  record Engine(ContainerEngine engine) implements ImageOutput {

    @Override
    public void require() {
      // Whether it takes the image, it says itself.
    }

    @Override
    public String save(BuiltImage image, RegistryOptions options) {
      image.toEngine(engine);
      return "saved " + this;
    }

    @Override
    public String toString() {
      return engine == ContainerEngine.DOCKER ? DOCKER_DAEMON : PODMAN;
    }
  }

  /** A repository and tag of a registry. */
  record Registry(ImageReference target) implements ImageOutput {

    static Registry parse(String text) {
      try {
        return new Registry(ImagePush.requireTarget(ImageReference.parse(text)));
      } catch (ParkaException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }

    @Override
    public void require() {
      // Whether it takes the image, it says itself.
    }

    @Override
    public String save(BuiltImage image, RegistryOptions options) {
      return told(image.push(target, options));
    }

    @Override
    public String save(ImageIndex index, RegistryOptions options) {
      return told(index.push(target, options));
    }

    @Override
    public boolean takesIndex() {
      return true;
    }

    private static String told(PushedImage pushed) {
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
      return REGISTRY + target;
    }
  }

  /** Parses an option's value; a name that this JVM's locale cannot write is a usage error. */
  static ImageOutput parse(String text) {
    if (text.equals(DOCKER_DAEMON)) {
      return new Engine(ContainerEngine.DOCKER);
    }
    if (text.equals(PODMAN)) {
      return new Engine(ContainerEngine.PODMAN);
    }
    if (text.startsWith(DOCKER_ARCHIVE) && text.length() > DOCKER_ARCHIVE.length()) {
      return new Saved(Form.DOCKER_ARCHIVE, path(text.substring(DOCKER_ARCHIVE.length())));
    }
    if (text.startsWith(REGISTRY)) {
      return Registry.parse(text.substring(REGISTRY.length()));
    }
    return new Saved(text.endsWith("/") ? Form.OCI_LAYOUT : Form.OCI_TAR, path(text));
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(
          "'" + Printable.of(text) + "' is no path in this locale; set LC_ALL=C.UTF-8");
    }
  }
}
