package dev.parka.cli;

import dev.parka.spec.Platform;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which image of several is meant. */
final class PlatformOption {

  @Option(
      names = "--platform",
      paramLabel = "<platform>",
      description =
          "Which image, where there are several: linux/amd64 or linux/arm64; by default the first.")
  private @Nullable String platform;

  /** For picocli. */
  PlatformOption() {}

  /**
   * The platform, if one was named.
   *
   * @throws dev.parka.runtime.ParkaException [BadPlatform]
   */
  Optional<Platform> platform() {
    return Optional.ofNullable(platform).map(Platform::parse);
  }
}
