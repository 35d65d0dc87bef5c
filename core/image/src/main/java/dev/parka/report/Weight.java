package dev.parka.report;

import java.util.Comparator;
import java.util.List;

/**
 * What a part of an image weighs, and what it is made of.
 *
 * @param name such as {@code java.sql} or {@code app.jar}
 * @param kind what it is
 * @param stored its share of the bytes on the wire, estimated below a layer
 * @param unpacked its bytes on the disk
 * @param parts what it is made of, the heaviest first; nothing if that is not told
 */
public record Weight(String name, Kind kind, long stored, long unpacked, List<Weight> parts) {

  /** Heaviest first; what decides between equals is the name. */
  private static final Comparator<Weight> ORDER =
      Comparator.comparingLong(Weight::stored)
          .thenComparingLong(Weight::unpacked)
          .reversed()
          .thenComparing(Weight::name);

  /** What a part of an image is. */
  public enum Kind {
    /** A layer. */
    LAYER("layer"),
    /** A module of the run-time image. */
    MODULE("module"),
    /** A jar. */
    JAR("jar"),
    /** A directory. */
    DIRECTORY("directory"),
    /** A package of a module or of a jar. */
    PACKAGE("package"),
    /** A file. */
    FILE("file"),
    /** Several parts that are too light to be told apart. */
    REST("together");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /** Sorts the parts. */
  public Weight {
    parts = parts.stream().sorted(ORDER).toList();
  }

  /** The same under another name. */
  Weight called(String newName) {
    return new Weight(newName, kind, stored, unpacked, parts);
  }
}
