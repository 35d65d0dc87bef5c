package dev.parka.runtime.lean;

import dev.parka.runtime.modules.ModuleName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of modules that jlink is to leave out.
 *
 * @param files the paths in each module, such as {@code java/sql/Driver.class}, with their bytes
 * @param kept the classes that stay, by their binary names, each with why
 * @param totals what each module has and what of it stays
 */
public record ExcludedResources(
    SortedMap<ModuleName, SortedMap<String, Long>> files,
    SortedMap<String, Kept> kept,
    SortedMap<ModuleName, Total> totals) {

  /**
   * Why a class stays.
   *
   * @param from the binary name of the class that leads to it; empty where it begins
   * @param how how it does, such as {@code calls}; where it begins, what needs it
   */
  public record Kept(String from, String how) {}

  /**
   * The files of a module, before and after.
   *
   * @param files how many there are
   * @param bytes their bytes, unpacked
   * @param keptFiles how many stay
   * @param keptBytes the bytes of those
   */
  public record Total(int files, long bytes, int keptFiles, long keptBytes) {}

  /** Copies all. */
  public ExcludedResources {
    SortedMap<ModuleName, SortedMap<String, Long>> copy = new TreeMap<>();
    files.forEach(
        (module, paths) ->
            copy.put(module, Collections.unmodifiableSortedMap(new TreeMap<>(paths))));
    files = Collections.unmodifiableSortedMap(copy);
    kept = Collections.unmodifiableSortedMap(new TreeMap<>(kept));
    totals = Collections.unmodifiableSortedMap(new TreeMap<>(totals));
  }

  /**
   * The lines of a file for jlink's {@code --exclude-resources=@file}, sorted: {@code
   * /java.base/java/lang/uniName.dat}.
   */
  public List<String> patterns() {
    List<String> patterns = new ArrayList<>();
    files.forEach(
        (module, paths) -> paths.keySet().forEach(path -> patterns.add("/" + module + "/" + path)));
    return patterns;
  }

  /**
   * The way to a class that stays, a line for each step from where it begins, such as {@code
   * java.net.URL calls java.net.URI}; nothing for a class that does not.
   */
  public List<String> chain(String className) {
    List<String> chain = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    String at = className;
    for (Kept why = kept.get(at); why != null && seen.add(at); why = kept.get(at)) {
      chain.add(0, (why.from().isEmpty() ? "" : why.from() + " ") + why.how() + " " + at);
      at = why.from();
    }
    return chain;
  }
}
