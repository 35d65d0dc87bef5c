package dev.parka.runtime.reach;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is reached before anything refers to it.
 *
 * @param started the internal names of classes that the virtual machine starts, each with why
 * @param own those of them that the application itself begins with
 * @param mentioned those that files or flags name, each with what names it
 * @param hinted those that reflection may find if it is looking, each with what says so: they are
 *     reached, but none of their code is taken to run
 */
public record Roots(
    SortedMap<String, String> started,
    SortedSet<String> own,
    SortedMap<String, String> mentioned,
    SortedMap<String, String> hinted) {

  /** Copies all. */
  public Roots {
    started = Collections.unmodifiableSortedMap(new TreeMap<>(started));
    own = Collections.unmodifiableSortedSet(new TreeSet<>(own));
    mentioned = Collections.unmodifiableSortedMap(new TreeMap<>(mentioned));
    hinted = Collections.unmodifiableSortedMap(new TreeMap<>(hinted));
  }
}
