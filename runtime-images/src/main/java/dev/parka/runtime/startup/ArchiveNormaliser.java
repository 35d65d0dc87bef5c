package dev.parka.runtime.startup;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the time out of a static archive.
 *
 * <p>Archived objects of {@code java.lang.ref.SoftReference} hold the time of the JVM that made the
 * archive: {@code ReferenceProcessor} sets the static field {@code SoftReference.clock} to
 * milliseconds of the monotonic clock when the JVM starts and after a collection, and a reference
 * copies it. They are what differs between two archives of JDK 25 whose classes are linked ahead of
 * time, beside the checksums over them. Each becomes 0, which to every JVM is a time in the past:
 * when a reference was used last, on a machine that was started at another time, means nothing.
 *
 * <p>A number counts as such a time if it lies within the run of the JVM and in the right place: of
 * an object whose header precedes it as the fields of a reference demand, or of the class object of
 * that very class. What is not found so stays, and making the archive twice shows it.
 */
final class ArchiveNormaliser {

  /** A lone number may be anything; the clock is in every soft reference. */
  private static final int FEWEST = 2;

  /** A header of 12 bytes, and four references of 4 with the gap before a number of 8. */
  private static final int TIMESTAMP = 32;

  private static final int CLASS = Long.BYTES;

  /** How far the static fields of a class object may be from the address of its class. */
  private static final int CLASS_OBJECT = 40 * Long.BYTES;

  private ArchiveNormaliser() {}

  /**
   * The monotonic clock while a JVM ran, in milliseconds; Java's and the JVM's are the same one.
   *
   * @param from before it was started
   * @param to after it ended
   */
  record Clock(long from, long to) {

    /** From two values of {@code System.nanoTime()}. */
    static Clock ofNanos(long start, long end) {
      return new Clock(Math.floorDiv(start, 1_000_000), Math.floorDiv(end, 1_000_000) + 1);
    }

    boolean includes(long millis) {
      return from <= millis && millis <= to;
    }
  }

  /**
   * The same archive with no time in it; empty if this is no file of the format that is known,
   * which is found out by its checksums.
   */
  static Optional<byte[]> normalise(byte[] archive, Clock clock) {
    return CdsFile.parse(archive).map(file -> normalise(file, clock));
  }

  private static byte[] normalise(CdsFile file, Clock clock) {
    List<Integer> times = file.heapWords(clock::includes);
    Map<Long, Integer> seen = new HashMap<>();
    times.stream()
        .filter(at -> isInObject(file, at))
        .forEach(at -> seen.merge(file.word(at), 1, Integer::sum));
    seen.values().removeIf(count -> count < FEWEST);
    List<Integer> stamps =
        times.stream()
            .filter(at -> isInObject(file, at) && seen.containsKey(file.word(at)))
            .toList();
    Set<Integer> classes = new HashSet<>();
    stamps.forEach(at -> classes.add((int) file.word(at - TIMESTAMP + CLASS)));
    List<Integer> clocks = times.stream().filter(at -> isInClassObject(file, at, classes)).toList();
    stamps.forEach(file::clear);
    clocks.forEach(file::clear);
    return file.sealed();
  }

  /** An object that nobody has locked begins with a word that ends in 001. */
  private static boolean isInObject(CdsFile file, int at) {
    return (file.word(at - TIMESTAMP) & 7) == 1 && file.word(at - TIMESTAMP) >>> 39 == 0;
  }

  /** A class object holds the address of its class, which ends as objects of the class have it. */
  private static boolean isInClassObject(CdsFile file, int at, Set<Integer> classes) {
    for (int before = at - CLASS_OBJECT; before < at; before += Long.BYTES) {
      long word = file.word(before);
      if (word >>> Integer.SIZE != 0 && classes.contains((int) word)) {
        // Objects of the class have their first field there, in the same word as the class.
        return (file.word(before - Long.BYTES) & 7) != 1;
      }
    }
    return false;
  }
}
