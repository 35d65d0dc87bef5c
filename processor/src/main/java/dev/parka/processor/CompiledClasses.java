package dev.parka.processor;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the compiler did to each class, by binary name. */
final class CompiledClasses {

  private final SortedSet<String> analyzed = new TreeSet<>();
  private final SortedSet<String> written = new TreeSet<>();

  void analyzed(String binaryName) {
    // The first has a class file only if it has annotations that stay; the second has no name here
    // before 18.
    if (!binaryName.endsWith("package-info") && !binaryName.isEmpty()) {
      analyzed.add(binaryName);
    }
  }

  void written(String binaryName) {
    written.add(binaryName);
  }

  /** The classes whose class files were written. */
  SortedSet<String> written() {
    return Collections.unmodifiableSortedSet(written);
  }

  /** Whether an error kept a class from being written: the compiler tells of no errors as such. */
  boolean isCutShort() {
    return !written.containsAll(analyzed);
  }
}
