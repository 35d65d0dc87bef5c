package dev.parka.image;

import dev.parka.lock.ImageLock;
import dev.parka.oci.BaseLayers;
import dev.parka.registry.ImagePull;
import dev.parka.registry.PulledImage;
import dev.parka.registry.RegistryOptions;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.rootfs.LibraryCheck;
import dev.parka.runtime.rootfs.LibrarySource;
import dev.parka.spec.BaseImage;
import dev.parka.spec.ImageReference;
import dev.parka.spec.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where base images come from.
 *
 * @param options how registries are spoken to
 * @param lock the file that pins them, if it is there
 * @param offline whether only the cache may be asked
 */
record BaseSource(RegistryOptions options, Path lock, boolean offline) {

  static final BaseSource DEFAULT =
      new BaseSource(RegistryOptions.ofThisUser(), Path.of(ImageLock.FILE_NAME), false);

  BaseSource withOptions(RegistryOptions newOptions) {
    return new BaseSource(newOptions, lock, offline);
  }

  BaseSource withLock(Path newLock) {
    return new BaseSource(options, newLock, offline);
  }

  BaseSource withOffline(boolean wanted) {
    return new BaseSource(options, lock, wanted);
  }

  /**
   * The base, pulled and unpacked, and found to have what the JDK needs; empty for scratch.
   *
   * @throws ParkaException [BaseLacksLibrary], or as {@link ImagePull#pull} does
   */
  Optional<Base> find(BaseImage wanted, Jdk jdk, Workshop workshop) throws IOException {
    if (!(wanted instanceof BaseImage.Referenced referenced)) {
      return Optional.empty();
    }
    ImageReference reference = referenced.reference();
    PulledImage pulled =
        ImagePull.with(options)
            .offline(offline)
            .pull(
                ImageLock.read(lock).pinned(reference),
                new Platform(jdk.architecture()),
                workshop.directory("base"));
    Path root = workshop.path("base-root");
    BaseLayers layers =
        BaseLayers.read(pulled.layout(), new BaseLayers.Origin(reference, pulled.pin()), root);
    requireLibraries(reference, root, jdk);
    return Optional.of(new Base(layers, new LibrarySource(root)));
  }

  private static void requireLibraries(ImageReference reference, Path root, Jdk jdk)
      throws IOException {
    List<Problem> lacks =
        LibraryCheck.of(new LibrarySource(root), jdk).stream()
            .map(
                lack ->
                    new Problem(
                        ImageProblem.BASE_LACKS_LIBRARY,
                        "the base image " + reference + " has not " + lack,
                        "take a base that has it, a JDK that was made for an older one, or the base"
                            + " scratch"))
            .toList();
    if (!lacks.isEmpty()) {
      throw new ParkaException(lacks);
    }
  }
}
