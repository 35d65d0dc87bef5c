package dev.parka.report;

import dev.parka.runtime.cache.ByteSize;

/** How much more something weighs than before. */
final class Growth {

  private static final int KILO = 1000;

  private Growth() {}

  /** Such as {@code +1.2 MB}, {@code −12 bytes} or {@code as before}. */
  static String show(long growth) {
    if (growth == 0) {
      return "as before";
    }
    long size = Math.abs(growth);
    String shown = size < KILO ? Overview.count(size, "byte") : ByteSize.show(size);
    return (growth > 0 ? "+" : "−") + shown;
  }
}
