package dev.parka.runtime.reach;

import org.jspecify.annotations.Nullable;

/**
 * How a class was reached first.
 *
 * @param from the internal name of the class that led to it; null for a root
 * @param kind what led to it
 * @param depth how many classes lie before it
 * @param note what a reader is to be told of a root or a name: {@code META-INF/spring.factories}
 */
public record Step(@Nullable String from, Kind kind, int depth, String note) {

  /** What leads from one class to another. */
  public enum Kind {
    /** The virtual machine starts it. */
    ROOT,
    /** The class before refers to it. */
    REFERENCE,
    /** It provides a service that was reached. */
    SERVICE,
    /** A file on the class path, or a flag, names it. */
    MENTION,
    /** A file says that reflection may look for it. */
    HINT,
    /** The class before has its name in a string constant. */
    STRING
  }

  /** Whether it is no more than a name. */
  public boolean isWeak() {
    return kind == Kind.STRING || kind == Kind.HINT;
  }

  /** Whether this one says more than another: the shorter way, then the smaller name. */
  boolean isBetterThan(Step other) {
    int order = Boolean.compare(isWeak(), other.isWeak());
    if (order == 0) {
      order = Integer.compare(depth, other.depth);
    }
    if (order == 0) {
      order = kind.compareTo(other.kind);
    }
    if (order == 0) {
      order = String.valueOf(from).compareTo(String.valueOf(other.from));
    }
    return order < 0 || (order == 0 && note.compareTo(other.note) < 0);
  }
}
