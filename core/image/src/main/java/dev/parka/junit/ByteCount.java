package dev.parka.junit;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of bytes as people write it, such as {@code 20 MB}; a kilobyte is a thousand, a kibibyte
 * ({@code KiB}) 1024.
 *
 * @param bytes how many
 */
record ByteCount(long bytes) {

  private static final Pattern TEXT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?) ?([kKMG]?)(i?)B");
  private static final String UNITS = "KMG";
  private static final int KILO = 1000;
  private static final int KIBI = 1024;

  /**
   * Parses it.
   *
   * @throws IllegalArgumentException if it is no such text
   */
  static ByteCount parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no number of bytes such as 20 MB, 1.5 GB or 512 KiB");
    }
    String unit = matcher.group(2).toUpperCase(Locale.ROOT);
    int base = matcher.group(3).isEmpty() ? KILO : KIBI;
    int power = unit.isEmpty() ? 0 : UNITS.indexOf(unit) + 1;
    BigDecimal number = new BigDecimal(matcher.group(1));
    return new ByteCount(number.multiply(BigDecimal.valueOf(base).pow(power)).longValue());
  }

  @Override
  public String toString() {
    if (bytes < KILO) {
      return bytes + " B";
    }
    double number = (double) bytes / KILO;
    int unit = 0;
    while (number >= KILO && unit < UNITS.length() - 1) {
      number /= KILO;
      unit++;
    }
    String name = unit == 0 ? "k" : UNITS.substring(unit, unit + 1);
    return String.format(Locale.ROOT, "%.1f %sB", number, name);
  }
}
