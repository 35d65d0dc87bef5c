package dev.parka.runtime.modules;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What counts of one class path entry, or of one jar inside it: of each class the one version that
 * the JDK would load.
 *
 * @param name what reasons call it
 * @param classes what each class file names, by the file's path
 * @param classNames the names of all its classes, the damaged ones too
 * @param services the provider classes that it names for each service, by the service's name
 */
record SourceContents(
    String name,
    SortedMap<String, ClassReferences> classes,
    SortedSet<String> classNames,
    SortedMap<String, List<String>> services) {

  SourceContents(
      String name,
      Map<String, ClassReferences> classes,
      Set<String> classNames,
      Map<String, List<String>> services) {
    this(
        name,
        Collections.unmodifiableSortedMap(new TreeMap<>(classes)),
        Collections.unmodifiableSortedSet(new TreeSet<>(classNames)),
        Collections.unmodifiableSortedMap(new TreeMap<>(services)));
  }
}
