package dev.parka.oci;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How layers are compressed. The same level gives the same bytes on every machine, with any number
 * of processors.
 *
 * @param algorithm what compresses
 * @param level how hard it tries: 1 is the fastest, {@link Algorithm#maxLevel} the smallest
 */
public record LayerCompression(Algorithm algorithm, int level) {

  /** gzip, as small as it gets: every engine and registry takes it. The default. */
  public static final LayerCompression GZIP = new LayerCompression(Algorithm.GZIP, 9);

  /** zstd, level 19: a quarter smaller than gzip, slow to write, fast to read. */
  public static final LayerCompression ZSTD = new LayerCompression(Algorithm.ZSTD, 19);

  private static final Pattern TEXT = Pattern.compile("([a-z]+)(?::([0-9]{1,2}))?");

  /** Algorithms of the OCI image specification. */
  public enum Algorithm {
    /** RFC 1952. */
    GZIP(9, MediaTypes.LAYER_GZIP),
    /** RFC 8878. */
    ZSTD(22, MediaTypes.LAYER_ZSTD);

    private final int maxLevel;
    private final String mediaType;

    Algorithm(int maxLevel, String mediaType) {
      this.maxLevel = maxLevel;
      this.mediaType = mediaType;
    }

    /** The highest level. */
    public int maxLevel() {
      return maxLevel;
    }

    String mediaType() {
      return mediaType;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Checks the level.
   *
   * @throws IllegalArgumentException if the algorithm has no such level
   */
  public LayerCompression {
    if (level < 1 || level > algorithm.maxLevel()) {
      throw new IllegalArgumentException(
          algorithm + " has the levels 1 to " + algorithm.maxLevel() + ", not " + level);
    }
  }

  /**
   * Parses {@code gzip}, {@code zstd}, or one of them with a level, such as {@code zstd:3}.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  public static LayerCompression parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    Optional<LayerCompression> usual = Optional.empty();
    if (matcher.matches()) {
      usual = Optional.ofNullable(named(matcher.group(1)));
    }
    if (usual.isEmpty()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no compression; give gzip, zstd, or one with a level, as in zstd:3");
    }
    String level = matcher.group(2);
    return level == null
        ? usual.get()
        : new LayerCompression(usual.get().algorithm(), Integer.parseInt(level));
  }

  private static @Nullable LayerCompression named(String name) {
    return switch (name) {
      case "gzip" -> GZIP;
      case "zstd" -> ZSTD;
      default -> null;
    };
  }

  @Override
  public String toString() {
    return algorithm + ":" + level;
  }
}
