package dev.parka.runtime.modules;

import dev.parka.runtime.Problem;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The modules to give to jlink, sorted, each with at least one reason; {@code java.base} is always
 * among them.
 *
 * @param reasons what each module is needed for, the best reason first
 * @param warnings what was seen on the way that the user should know
 */
public record RootModules(SortedMap<ModuleName, List<Reason>> reasons, List<Problem> warnings) {

  /** Copies both. */
  public RootModules {
    SortedMap<ModuleName, List<Reason>> copy = new TreeMap<>();
    reasons.forEach((module, why) -> copy.put(module, List.copyOf(why)));
    if (!copy.containsKey(ModuleName.JAVA_BASE)) {
      throw new IllegalArgumentException("java.base is missing");
    }
    reasons = Collections.unmodifiableSortedMap(copy);
    warnings = List.copyOf(warnings);
  }

  /** The names alone. */
  public SortedSet<ModuleName> names() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(reasons.keySet()));
  }
}
