package dev.parka.runtime.cache;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of bytes as people write them. */
public final class ByteSize {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,3})?) ?([A-Z]*)");

  private static final Map<String, Long> UNITS =
      Map.of(
          "", 1L,
          "B", 1L,
          "KB", 1_000L,
          "MB", 1_000_000L,
          "GB", 1_000_000_000L,
          "TB", 1_000_000_000_000L,
          "KIB", 1L << 10,
          "MIB", 1L << 20,
          "GIB", 1L << 30,
          "TIB", 1L << 40);

  private static final double MEGA = 1e6;
  private static final double KILO = 1e3;

  private ByteSize() {}

  /**
   * A number of bytes for people, such as {@code 12.3 MB}, or {@code 1.2 kB} below a tenth of one:
   * megabytes are millions of bytes, as registries and disks count.
   */
  public static String show(long bytes) {
    return Math.abs(bytes) < MEGA / 10
        ? String.format(Locale.ROOT, "%.1f kB", bytes / KILO)
        : String.format(Locale.ROOT, "%.1f MB", bytes / MEGA);
  }

  /** The bytes that {@code 2GB}, {@code 500 MB}, {@code 1.5GiB} or {@code 4096} stand for. */
  public static Optional<Long> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(UNITS.get(matcher.group(2)))
        .map(unit -> (long) (Double.parseDouble(matcher.group(1)) * unit));
  }
}
