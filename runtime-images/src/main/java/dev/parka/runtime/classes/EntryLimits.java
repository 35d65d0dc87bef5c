package dev.parka.runtime.classes;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How large a file may be before it is taken for a bomb. The largest class files seen have a few
 * megabytes; text and byte code shrink to a tenth, hardly ever to a hundredth.
 */
final class EntryLimits {

  /** The most that is read from one class path entry, the jars in it included. */
  private static final long TOTAL = 4L << 30;

  private static final String JAR = ".jar";

  private static final long LARGEST_FILE = 32L << 20;
  private static final long LARGEST_NESTED_JAR = 512L << 20;

  /** Smaller files do no harm, however well they shrink. */
  private static final long UNSUSPICIOUS = 1L << 20;

  private static final int HIGHEST_RATIO = 250;

  private final AtomicLong spent = new AtomicLong();

  /** Nothing has been read yet. */
  EntryLimits() {}

  /** Counts what has been read; says what is wrong when it is too much. */
  Optional<String> spend(long bytes) {

    return spent.addAndGet(bytes) > TOTAL
        ? Optional.of("more than " + TOTAL + " bytes in it")
        : Optional.empty();
  }

  static boolean isJar(String name) {
    return name.regionMatches(true, name.length() - JAR.length(), JAR, 0, JAR.length());
  }

  /** What is wrong with a file of this size, as the end of a sentence about its jar. */
  static Optional<String> complaint(String name, long size) {
    return size > (isJar(name) ? LARGEST_NESTED_JAR : LARGEST_FILE)
        ? Optional.of(name + " of " + size + " bytes")
        : Optional.empty();
  }

  /** What is wrong with a file of this size that was compressed to that many bytes. */
  static Optional<String> complaint(String name, long size, long compressed) {
    if (size > UNSUSPICIOUS && compressed < size / HIGHEST_RATIO) {
      return Optional.of(name + " of " + size + " bytes, compressed to " + compressed);
    }
    return complaint(name, size);
  }
}
