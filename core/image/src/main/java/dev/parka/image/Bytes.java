package dev.parka.image;

import java.util.Locale;

/** Sizes for people: megabytes are millions of bytes, as registries and disks count. */
final class Bytes {

  private static final double MEGA = 1e6;
  private static final double KILO = 1e3;

  private Bytes() {}

  /** Such as {@code 12.3 MB}, or {@code 1.2 kB} below a tenth of one. */
  static String show(long bytes) {
    return bytes < MEGA / 10
        ? String.format(Locale.ROOT, "%.1f kB", bytes / KILO)
        : String.format(Locale.ROOT, "%.1f MB", bytes / MEGA);
  }
}
