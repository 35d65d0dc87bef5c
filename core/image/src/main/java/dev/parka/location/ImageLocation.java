package dev.parka.location;

import dev.parka.oci.DockerArchive;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.spec.ImageReference;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an image is. The text form is that of skopeo where skopeo has one; a path without a word
 * before it is what lies there.
 */
public sealed interface ImageLocation {

  /** What stands before the path of an archive of {@code docker save}. */
  String DOCKER_ARCHIVE = "docker-archive:";

  /** What stands before an image of Docker's daemon. */
  String DOCKER_DAEMON = "docker-daemon:";

  /** What stands before an image of the user's store of podman. */
  String PODMAN = "podman:";

  /** The same store, as skopeo and buildah call it. */
  String CONTAINERS_STORAGE = "containers-storage:";

  /** What stands before an image of a registry. */
  String REGISTRY = "registry:";

  /** What begins the text form of a location, for help texts. */
  String FORMS =
      "an OCI image layout (a directory or a tar), an archive of 'docker save',"
          + " docker-daemon:<image>, podman:<image> or registry:<image>";

  /**
   * An OCI image layout.
   *
   * @param directory its root
   */
  record OciLayout(Path directory) implements ImageLocation {

    @Override
    public String toString() {
      return directory.toString();
    }
  }

  /**
   * An OCI image layout in a tar file.
   *
   * @param file not compressed
   */
  record OciTar(Path file) implements ImageLocation {

    @Override
    public String toString() {
      return file.toString();
    }
  }

  /**
   * An archive of {@code docker save}, jib, buildah or podman.
   *
   * @param file not compressed
   * @param name which image, where there are several
   */
  record DockerTar(Path file, Optional<String> name) implements ImageLocation {

    @Override
    public String toString() {
      return DOCKER_ARCHIVE + file + name.map(n -> ":" + n).orElse("");
    }
  }

  /**
   * An image in Docker's daemon.
   *
   * @param image a reference or an ID, as the engine takes it
   */
  record DockerDaemon(String image) implements ImageLocation {

    @Override
    public String toString() {
      return DOCKER_DAEMON + image;
    }
  }

  /**
   * An image in the user's store of podman and buildah.
   *
   * @param image a reference or an ID, as the engine takes it
   */
  record Podman(String image) implements ImageLocation {

    @Override
    public String toString() {
      return PODMAN + image;
    }
  }

  /**
   * An image of a registry.
   *
   * @param reference which one
   */
  record Registry(ImageReference reference) implements ImageLocation {

    @Override
    public String toString() {
      return REGISTRY + reference;
    }
  }

  /**
   * Reads the text form.
   *
   * @throws ParkaException [BadImageLocation] if nothing is there, or the text names no place;
   *     [BadReference] or [BadDigest] for a registry's reference that is none
   */
  static ImageLocation parse(String text) {
    if (text.startsWith(REGISTRY)) {
      return new Registry(ImageReference.parse(text.substring(REGISTRY.length())));
    }
    if (text.startsWith(DOCKER_DAEMON)) {
      return new DockerDaemon(engineName(text, DOCKER_DAEMON));
    }
    if (text.startsWith(PODMAN)) {
      return new Podman(engineName(text, PODMAN));
    }
    if (text.startsWith(CONTAINERS_STORAGE)) {
      return new Podman(engineName(text, CONTAINERS_STORAGE));
    }
    if (text.startsWith(DOCKER_ARCHIVE)) {
      return dockerTar(text.substring(DOCKER_ARCHIVE.length()));
    }
    for (String word : new String[] {"oci:", "oci-archive:"}) {
      if (text.startsWith(word)) {
        return atPath(text.substring(word.length()));
      }
    }
    return atPath(text);
  }

  private static ImageLocation atPath(String text) {
    Optional<Path> path = path(text);
    if (path.filter(Files::isDirectory).isPresent()) {
      return new OciLayout(path.get());
    }
    Path file = path.filter(Files::exists).orElseThrow(() -> bad(text, "is nothing at all"));
    return DockerArchive.isOne(file) ? new DockerTar(file, Optional.empty()) : new OciTar(file);
  }

  private static ImageLocation dockerTar(String text) {
    Optional<Path> whole = path(text).filter(Files::isRegularFile);
    if (whole.isPresent()) {
      return new DockerTar(whole.get(), Optional.empty());
    }
    int colon = text.indexOf(':');
    Optional<Path> file = colon < 0 ? Optional.empty() : path(text.substring(0, colon));
    return new DockerTar(
        file.filter(Files::isRegularFile).orElseThrow(() -> bad(text, "is no file")),
        Optional.of(text.substring(colon + 1)));
  }

  /** What the engine takes for an option is no image. */
  private static String engineName(String text, String word) {
    String name = text.substring(word.length());
    if (name.isEmpty() || name.startsWith("-") || !name.equals(name.strip())) {
      throw bad(text, "names no image");
    }
    return name;
  }

  private static Optional<Path> path(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static ParkaException bad(String text, String fact) {
    return new ParkaException(
        LocationProblem.BAD_IMAGE_LOCATION,
        "'" + Printable.of(text) + "' " + fact,
        "name " + FORMS);
  }
}
