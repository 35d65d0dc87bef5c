package dev.parka.runtime.modules;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The modules to give to jlink, sorted, each with at least one reason; {@code java.base} is always
 * among them.
 *
 * @param reasons what each module is needed for, the best reason first
 * @param leftOut modules that something refers to or names, and that are not linked: no code that
 *     can run uses them, no recorded run loaded them, or they were excluded
 * @param warnings what was seen on the way that the user should know
 */
public record RootModules(
    SortedMap<ModuleName, List<Reason>> reasons,
    SortedMap<ModuleName, List<Reason>> leftOut,
    List<Problem> warnings) {

  /** Copies all. */
  public RootModules {
    if (!reasons.containsKey(ModuleName.JAVA_BASE)) {
      throw new IllegalArgumentException("java.base is missing");
    }
    reasons = copy(reasons);
    leftOut = copy(leftOut);
    warnings = List.copyOf(warnings);
  }

  /** Modules of which none was left out. */
  public RootModules(SortedMap<ModuleName, List<Reason>> reasons, List<Problem> warnings) {
    this(reasons, new TreeMap<>(), warnings);
  }

  /** The names alone. */
  public SortedSet<ModuleName> names() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(reasons.keySet()));
  }

  /**
   * The same without some modules, which are left out.
   *
   * @param catalog says what those that stay require
   * @throws ParkaException [ExcludedModuleRequired] if one that stays requires one of them
   */
  public RootModules without(Set<ModuleName> excluded, ModuleCatalog catalog) {
    SortedMap<ModuleName, List<Reason>> staying = new TreeMap<>(reasons);
    staying.keySet().removeAll(excluded);
    List<Problem> problems =
        excluded.stream()
            .sorted()
            .flatMap(module -> Exclusions.required(module, staying.keySet(), catalog).stream())
            .toList();
    if (!problems.isEmpty()) {
      throw new ParkaException(problems);
    }
    SortedMap<ModuleName, List<Reason>> others = new TreeMap<>(reasons);
    others.keySet().retainAll(excluded);
    others.putAll(leftOut);
    return new RootModules(staying, others, warnings);
  }

  private static SortedMap<ModuleName, List<Reason>> copy(
      SortedMap<ModuleName, List<Reason>> reasons) {
    SortedMap<ModuleName, List<Reason>> copy = new TreeMap<>();
    for (Map.Entry<ModuleName, List<Reason>> module : reasons.entrySet()) {
      copy.put(module.getKey(), List.copyOf(module.getValue()));
    }
    return Collections.unmodifiableSortedMap(copy);
  }
}
