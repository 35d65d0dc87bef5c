package dev.parka.cli;

import dev.parka.image.ContainerImages;
import dev.parka.lock.ImageLock;
import dev.parka.spec.ImageReference;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where images come from that another one is made of, and the linked run-time images. */
final class BaseFlags {

  @Option(
      names = "--lock",
      defaultValue = ImageLock.FILE_NAME,
      paramLabel = "<file>",
      description =
          "The file that pins base images and those with a JDK, as 'lock' writes it; by default,"
              + " ${DEFAULT-VALUE}.")
  private Path file = Path.of(ImageLock.FILE_NAME);

  @Option(
      names = "--offline",
      description = "Asks no registry for an image: only what the cache has can be had.")
  private boolean offline;

  @Option(
      names = "--registry-cache",
      paramLabel = "<repository>",
      description = {
        "A repository in which machines share what they have linked,"
            + " such as registry.acme.com/parka/cache.",
        "Whoever may push to it can give all who read it another Java."
      })
  private @Nullable String cache;

  /** For picocli. */
  BaseFlags() {}

  /** The build with these options. */
  ContainerImages on(ContainerImages build) {
    ContainerImages pinned = build.lock(file).offline(offline);
    return cache == null ? pinned : pinned.registryCache(ImageReference.parse(cache));
  }
}
