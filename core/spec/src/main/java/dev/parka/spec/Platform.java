package dev.parka.spec;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.jdk.Architecture;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where an image runs, such as {@code linux/amd64}.
 *
 * @param architecture the processor; the operating system is Linux
 */
public record Platform(Architecture architecture) {

  /** The operating system of every image, in OCI's word. */
  public static final String OS = "linux";

  /**
   * Parses {@code linux/amd64} or {@code linux/arm64}.
   *
   * @throws ParkaException [BadPlatform] if it is something else
   */
  public static Platform parse(String text) {
    Optional<Architecture> architecture =
        Arrays.stream(Architecture.values())
            .filter(a -> text.equals(OS + "/" + a.ociName()))
            .findFirst();
    return new Platform(
        architecture.orElseThrow(
            () ->
                new ParkaException(
                    SpecProblem.BAD_PLATFORM,
                    "'" + Printable.of(text) + "' is no platform that images are built for",
                    "use linux/amd64 or linux/arm64")));
  }

  @Override
  public String toString() {
    return OS + "/" + architecture.ociName();
  }
}
