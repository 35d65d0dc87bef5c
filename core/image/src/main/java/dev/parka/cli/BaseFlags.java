package dev.parka.cli;

import dev.parka.image.ContainerImages;
import dev.parka.lock.ImageLock;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a base image comes from. */
final class BaseFlags {

  @Option(
      names = "--lock",
      defaultValue = ImageLock.FILE_NAME,
      paramLabel = "<file>",
      description =
          "The file that pins base images, as 'lock' writes it; by default, ${DEFAULT-VALUE}.")
  private Path file = Path.of(ImageLock.FILE_NAME);

  @Option(
      names = "--offline",
      description = "Asks no registry for a base image: only what the cache has can be had.")
  private boolean offline;

  /** For picocli. */
  BaseFlags() {}

  /** What is pinned. */
  ImageLock lock() {
    return ImageLock.read(file);
  }

  /** The build with these options. */
  ContainerImages on(ContainerImages build) {
    return build.lock(file).offline(offline);
  }
}
