package dev.parka.jdks;

import dev.parka.runtime.jdk.Jdk;
import dev.parka.spec.ImageSpec;
import dev.parka.spec.Platform;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an image needs of its JDK.
 *
 * @param version the feature version; any when empty
 * @param platform what it must be made for; any when empty
 */
public record JdkWish(OptionalInt version, Optional<Platform> platform) {

  /** Any JDK will do. */
  public static final JdkWish ANY = new JdkWish(OptionalInt.empty(), Optional.empty());

  /** What a specification asks for; of several platforms none is picked. */
  public static JdkWish of(ImageSpec spec) {
    List<Platform> platforms = spec.runtime().platforms();
    return new JdkWish(
        spec.runtime().javaVersion(),
        platforms.size() == 1 ? Optional.of(platforms.get(0)) : Optional.empty());
  }

  /** Whether a JDK is as wanted. */
  public boolean accepts(Jdk jdk) {
    return (version.isEmpty() || version.getAsInt() == jdk.featureVersion())
        && (platform.isEmpty() || platform.get().architecture() == jdk.architecture());
  }

  /** The wish in words, such as {@code a JDK 25 for linux/arm64}. */
  @Override
  public String toString() {
    return "a JDK"
        + (version.isPresent() ? " " + version.getAsInt() : "")
        + platform.map(p -> " for " + p).orElse("");
  }
}
