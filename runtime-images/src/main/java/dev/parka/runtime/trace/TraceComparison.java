package dev.parka.runtime.trace;

import static java.util.stream.Collectors.joining;

import dev.parka.runtime.modules.ModuleCatalog;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.Reason;
import dev.parka.runtime.modules.RootModules;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Where a list of modules and a recorded run differ.
 *
 * @param loadedNotListed the classes that were loaded from modules which are neither listed nor
 *     required by one that is, by module
 * @param listedNeverLoaded the listed modules of which no class was loaded, each with the reasons
 *     that the list gives; never {@code java.base}
 */
public record TraceComparison(
    SortedMap<ModuleName, SortedSet<String>> loadedNotListed,
    SortedMap<ModuleName, List<Reason>> listedNeverLoaded) {

  private static final int SHOWN = 3;

  /** Copies both. */
  public TraceComparison {
    loadedNotListed = Collections.unmodifiableSortedMap(new TreeMap<>(loadedNotListed));
    listedNeverLoaded = Collections.unmodifiableSortedMap(new TreeMap<>(listedNeverLoaded));
  }

  /**
   * Compares.
   *
   * @param catalog the modules that both are of; says what the listed ones require
   */
  public static TraceComparison of(RootModules listed, Trace trace, ModuleCatalog catalog) {
    SortedMap<ModuleName, SortedSet<String>> loaded = new TreeMap<>(trace.classes());
    loaded.keySet().removeAll(catalog.closure(listed.names()));
    SortedMap<ModuleName, List<Reason>> silent = new TreeMap<>(listed.reasons());
    silent.keySet().removeAll(trace.classes().keySet());
    silent.remove(ModuleName.JAVA_BASE);
    return new TraceComparison(loaded, silent);
  }

  /** Whether the run loaded what is listed and nothing else. */
  public boolean isEmpty() {
    return loadedNotListed.isEmpty() && listedNeverLoaded.isEmpty();
  }

  /** The differences for people to read, on lines that each end with {@code \n}. */
  public String render() {
    if (isEmpty()) {
      return "the recorded run loaded classes of every listed module, and of no other\n";
    }
    return section(
            "loaded in the recorded run, and not listed:\n",
            loadedNotListed,
            names -> some(names.stream().limit(SHOWN).toList(), names.size()))
        + section(
            "listed, and no class of it loaded in the recorded run:\n",
            listedNeverLoaded,
            reasons ->
                some(reasons.stream().limit(1).map(Reason::toString).toList(), reasons.size()));
  }

  private static <T> String section(
      String title, SortedMap<ModuleName, T> modules, Function<T, String> text) {
    return modules.isEmpty()
        ? ""
        : modules.entrySet().stream()
            .map(e -> "  " + e.getKey() + ": " + text.apply(e.getValue()) + "\n")
            .collect(joining("", title, ""));
  }

  private static String some(List<String> shown, int all) {
    String text = String.join(", ", shown);
    return all > shown.size() ? text + " and " + (all - shown.size()) + " more" : text;
  }
}
