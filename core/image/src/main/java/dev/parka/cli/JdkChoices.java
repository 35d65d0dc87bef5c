package dev.parka.cli;

import dev.parka.jdks.JdkSource;
import dev.parka.jdks.JdkStore;
import dev.parka.jdks.JdkWish;
import dev.parka.spec.Platform;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The JDKs that were named.
 *
 * @param usual the one for every platform that has none of its own
 * @param own those for one platform
 */
record JdkChoices(Optional<JdkSource> usual, Map<Platform, JdkSource> own) {

  private static final String PLATFORM = "[a-z0-9]+/[a-z0-9]+(?:/[a-z0-9]+)?=";

  /** A comma before a platform; paths may have others. */
  static final String SEPARATOR = ",(?=" + PLATFORM + ")";

  private static final Pattern FOR_PLATFORM = Pattern.compile("(" + PLATFORM + ")(.*)");

  /** Copies the map. */
  JdkChoices {
    own = Map.copyOf(own);
  }

  /**
   * Parses sources, each with or without a platform before it.
   *
   * @throws IllegalArgumentException if there are two for the same
   * @throws dev.parka.runtime.ParkaException [BadPlatform], or as {@link JdkSource#parse} does
   */
  static JdkChoices parse(List<String> texts) {
    JdkSource usual = null;
    Map<Platform, JdkSource> own = new HashMap<>();
    for (String text : texts) {
      Matcher one = FOR_PLATFORM.matcher(text);
      if (one.matches()) {
        String name = one.group(1);
        Platform platform = Platform.parse(name.substring(0, name.length() - 1));
        requireFirst(own.put(platform, JdkSource.parse(one.group(2))), " for " + platform);
      } else {
        requireFirst(usual, "; write <platform>= before each");
        usual = JdkSource.parse(text);
      }
    }
    return new JdkChoices(Optional.ofNullable(usual), own);
  }

  private static void requireFirst(@Nullable JdkSource before, String where) {
    if (before != null) {
      throw new IllegalArgumentException("--jdk names two JDKs" + where);
    }
  }

  /**
   * The same, if they are for an image of these platforms.
   *
   * @throws IllegalArgumentException if one is for another, or a platform is named twice
   */
  JdkChoices require(List<Platform> platforms) {
    Set<Platform> wanted = new HashSet<>();
    for (Platform platform : platforms) {
      if (!wanted.add(platform)) {
        throw new IllegalArgumentException("--platform names " + platform + " twice");
      }
    }
    List<String> unwanted =
        own.keySet().stream()
            .filter(platform -> !wanted.contains(platform))
            .map(Platform::toString)
            .sorted()
            .toList();
    if (!unwanted.isEmpty()) {
      throw new IllegalArgumentException(
          "--jdk names a JDK for "
              + String.join(" and ", unwanted)
              + ", which is not wanted: see --platform");
    }
    return this;
  }

  /** The JDK for a platform, if one was named. */
  Optional<JdkSource> of(Optional<Platform> platform) {
    return platform.map(own::get).or(this::usual);
  }

  /** The JDK for each platform, sorted by name: the one that was named, or one of this machine. */
  Map<Platform, JdkSource> forEach(List<Platform> platforms, OptionalInt version) {
    Map<Platform, JdkSource> all = new TreeMap<>(Comparator.comparing(Platform::toString));
    for (Platform platform : platforms) {
      JdkWish wish = new JdkWish(version, Optional.of(platform));
      all.put(
          platform,
          of(Optional.of(platform))
              .orElseGet(() -> new JdkSource.Home(JdkStore.choose(wish).jdk().home())));
    }
    return all;
  }
}
