package dev.parka.image;

import dev.parka.oci.BaseLayers;
import dev.parka.registry.PulledImage;
import dev.parka.registry.RegistryAccess;
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
 * @param access how images of registries are had
 */
record BaseSource(RegistryAccess access) {

  /**
   * The base, pulled and unpacked, and found to have what the JDK needs; empty for scratch.
   *
   * @throws ParkaException [BaseLacksLibrary], or as {@link RegistryAccess#pull} does
   */
  Optional<Base> find(BaseImage wanted, Jdk jdk, Workshop workshop) throws IOException {
    if (!(wanted instanceof BaseImage.Referenced referenced)) {
      return Optional.empty();
    }
    ImageReference reference = referenced.reference();
    PulledImage pulled =
        access.pull(reference, new Platform(jdk.architecture()), workshop.directory("base"));
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

  /** The warning that a base may change, unless its reference or the lock has a digest. */
  Optional<Problem> unpinned(BaseImage wanted) {
    return wanted
        .unpinned()
        .filter(
            warning ->
                wanted instanceof BaseImage.Referenced base
                    && access.pinned(base.reference()).digest().isEmpty());
  }
}
