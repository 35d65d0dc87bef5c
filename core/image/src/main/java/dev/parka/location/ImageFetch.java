package dev.parka.location;

import dev.parka.location.ImageLocation.DockerDaemon;
import dev.parka.location.ImageLocation.DockerTar;
import dev.parka.location.ImageLocation.OciLayout;
import dev.parka.location.ImageLocation.OciTar;
import dev.parka.location.ImageLocation.Podman;
import dev.parka.location.ImageLocation.Registry;
import dev.parka.oci.DockerArchive;
import dev.parka.registry.ImagePull;
import dev.parka.registry.RegistryOptions;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.jdk.Architecture;
import dev.parka.runtime.process.ChildProcess;
import dev.parka.runtime.tree.NewDirectory;
import dev.parka.runtime.tree.Removal;
import dev.parka.spec.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings images to this machine as OCI image layouts. What is a layout already is taken where it
 * lies; all else is written below the directory for temporary files, and goes when the image is
 * closed.
 *
 * @param options how registries are spoken to
 */
public record ImageFetch(RegistryOptions options) {

  private static final String FROM_ENGINE =
      "the engine stores layers unpacked and wrote this layout anew: its manifest is not the one"
          + " that a registry has; diff ids and configuration are the image's own";

  private static final String FROM_ARCHIVE =
      "a docker-archive has no manifest: the one that is verified was made here, so that digests"
          + " and sizes of layers say nothing; diff ids are the image's own";

  private static final String NO_CONFIG_DIGEST =
      ", and the digest of the configuration is said nowhere";

  /** With this user's credentials. */
  public static ImageFetch ofThisUser() {
    return new ImageFetch(RegistryOptions.ofThisUser());
  }

  /**
   * Brings an image.
   *
   * @param platform which image of a registry, where there are several; by default this machine's
   * @throws ParkaException [EngineLacksImage] if an engine does not hand it out; as {@link
   *     ImagePull#pull} and {@link DockerArchive} do
   * @throws IOException if nothing can be written below the directory for temporary files
   */
  public LocatedImage fetch(ImageLocation location, Optional<Platform> platform)
      throws IOException {
    if (location instanceof OciLayout layout) {
      return LocatedImage.asItIs(layout.directory());
    }
    if (location instanceof OciTar tar) {
      return LocatedImage.asItIs(tar.file());
    }
    Path directory = NewDirectory.in(Path.of(System.getProperty("java.io.tmpdir")), "parka-image-");
    boolean isDone = false;
    try {
      LocatedImage image = bring(location, platform, directory);
      isDone = true;
      return image;
    } finally {
      if (!isDone) {
        Removal.of(directory);
      }
    }
  }

  private LocatedImage bring(ImageLocation location, Optional<Platform> platform, Path directory)
      throws IOException {
    Path layout = directory.resolve("layout");
    if (location instanceof Registry registry) {
      Files.createDirectory(layout);
      ImagePull.with(options).pull(registry.reference(), platform.orElse(ofThisMachine()), layout);
      return new LocatedImage(layout, Optional.empty(), Optional.of(directory));
    }
    if (location instanceof DockerTar tar) {
      return unpack(tar.file(), tar.name(), directory);
    }
    Path saved = directory.resolve("saved.tar");
    if (location instanceof DockerDaemon daemon) {
      save(List.of("docker", "save", "--output", saved.toString()), daemon.image());
    } else if (location instanceof Podman podman) {
      save(
          List.of(
              "podman",
              "save",
              "--quiet",
              "--format=oci-archive",
              "--uncompressed",
              "--output",
              saved.toString()),
          podman.image());
    }
    return DockerArchive.isOne(saved)
        ? unpack(saved, Optional.empty(), directory)
        : new LocatedImage(saved, Optional.of(FROM_ENGINE), Optional.of(directory));
  }

  private static LocatedImage unpack(Path file, Optional<String> name, Path directory)
      throws IOException {
    Path layout = Files.createDirectory(directory.resolve("layout"));
    try (DockerArchive archive = DockerArchive.open(file)) {
      boolean isNamedByDigest = archive.toLayout(name, layout);
      return new LocatedImage(
          layout,
          Optional.of(isNamedByDigest ? FROM_ARCHIVE : FROM_ARCHIVE + NO_CONFIG_DIGEST),
          Optional.of(directory));
    }
  }

  private static void save(List<String> command, String image) {
    List<String> whole = new ArrayList<>(command);
    whole.add(image);
    ChildProcess.of(whole)
        .run()
        .orThrow(
            LocationProblem.ENGINE_LACKS_IMAGE,
            "see that " + command.get(0) + " is installed, runs, and lists the image");
  }

  private static Platform ofThisMachine() {
    return new Platform(
        Architecture.ofJdkName(System.getProperty("os.arch")).orElse(Architecture.AMD64));
  }
}
