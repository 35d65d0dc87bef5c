package dev.parka.runtime.startup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The flags of the JVM that makes a static archive: the image's, but for those of collector, heap
 * and agents. Collector and heap are pinned, because what an archive looks like hangs on them, and
 * by default they hang on the machine; every collector with compressed references can use what G1
 * wrote.
 */
public final class DumpFlags {

  private static final List<String> PINNED = List.of("-XX:+UseG1GC", "-Xmx128m");
  private static final String FULL_REFERENCES = "-XX:-UseCompressedOops";

  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "-Xm[xsn].*|-XX:[+-]Use\\w*GC|-XX:\\w*(?:Heap|RAM)\\w*=.*|-XX:\\w*GCThreads=.*"
              + "|-XX:ActiveProcessorCount=.*|-javaagent:.*|-agent(?:lib|path):.*|-Xlog.*");

  private static final Pattern HEAP =
      Pattern.compile("(?:-Xmx|-XX:MaxHeapSize=)([0-9]{1,15})([kKmMgGtT]?)");

  /** From this heap on, references of four bytes do not reach everywhere. */
  private static final long COMPRESSED_GIGABYTES = 32;

  private DumpFlags() {}

  /** Those for an image with these flags. */
  public static List<String> of(List<String> imageFlags) {
    List<String> flags = new ArrayList<>(PINNED);
    imageFlags.stream().filter(flag -> !LEFT_OUT.matcher(flag).matches()).forEach(flags::add);
    if (hasFullReferences(imageFlags) && !flags.contains(FULL_REFERENCES)) {
      flags.add(FULL_REFERENCES);
    }
    return flags;
  }

  /** How the JVM's default archive is called for an image with these flags. */
  public static String defaultArchiveName(List<String> imageFlags) {
    return hasFullReferences(imageFlags) ? "classes_nocoops.jsa" : "classes.jsa";
  }

  /**
   * Whether a JVM with these flags has references of eight bytes, for which archives are others.
   */
  static boolean hasFullReferences(List<String> imageFlags) {
    return imageFlags.stream()
        .anyMatch(
            flag ->
                flag.equals(FULL_REFERENCES) || flag.equals("-XX:+UseZGC") || isLargeHeap(flag));
  }

  private static boolean isLargeHeap(String flag) {
    Matcher heap = HEAP.matcher(flag);
    if (!heap.matches()) {
      return false;
    }
    long number = Long.parseLong(heap.group(1));
    return switch (heap.group(2).toLowerCase(Locale.ROOT)) {
      case "t" -> number > 0;
      case "g" -> number >= COMPRESSED_GIGABYTES;
      case "m" -> number >= COMPRESSED_GIGABYTES << 10;
      case "k" -> number >= COMPRESSED_GIGABYTES << 20;
      default -> number >= COMPRESSED_GIGABYTES << 30;
    };
  }
}
