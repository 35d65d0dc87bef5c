package dev.parka.spec;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.jdk.Architecture;
import dev.parka.runtime.modules.NearMisses;
import java.util.Arrays;
import java.util.List;
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
        Arrays.stream(Architecture.values()).filter(a -> text.equals(name(a))).findFirst();
    return new Platform(
        architecture.orElseThrow(
            () ->
                new ParkaException(
                    SpecProblem.BAD_PLATFORM,
                    "'" + Printable.of(text) + "' is no platform that images are built for",
                    NearMisses.question(text, names(), "use " + String.join(" or ", names())))));
  }

  private static List<String> names() {
    return Arrays.stream(Architecture.values()).map(Platform::name).toList();
  }

  private static String name(Architecture architecture) {
    return OS + "/" + architecture.ociName();
  }

  @Override
  public String toString() {
    return name(architecture);
  }
}
