package dev.parka.runtime.trace;

import dev.parka.runtime.modules.ModuleCatalog;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.Reason;
import dev.parka.runtime.modules.RootModules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a recorded run does to a list of modules. */
public enum TraceMode {
  /** The list stays, and what was loaded beside it is added. */
  UNION {
    @Override
    public RootModules apply(
        RootModules listed, Trace trace, ModuleCatalog catalog, Set<ModuleName> keep) {
      SortedMap<ModuleName, List<Reason>> reasons = new TreeMap<>(listed.reasons());
      TraceComparison.of(listed, trace, catalog)
          .loadedNotListed()
          .keySet()
          .forEach(module -> reasons.put(module, trace.reason(module).stream().toList()));
      return with(reasons, listed, catalog);
    }
  },
  /** What was loaded is the list, but for what must stay; what no run loaded goes. */
  TRACE_ONLY {
    @Override
    public RootModules apply(
        RootModules listed, Trace trace, ModuleCatalog catalog, Set<ModuleName> keep) {
      SortedMap<ModuleName, List<Reason>> reasons = new TreeMap<>();
      listed
          .reasons()
          .forEach(
              (module, why) -> {
                if (keep.contains(module) || module.equals(ModuleName.JAVA_BASE)) {
                  reasons.put(module, why);
                }
              });
      for (ModuleName module : trace.modules()) {
        List<Reason> all = new ArrayList<>(trace.reason(module).stream().toList());
        all.addAll(listed.reasons().getOrDefault(module, List.of()));
        reasons.putIfAbsent(module, all);
      }
      return with(reasons, listed, catalog);
    }
  };

  /**
   * The list after the run. Modules that are there because of the run have the reason {@code a
   * recorded run loaded java.sql.Driver}; those that are listed no more are left out; the warnings
   * stay.
   *
   * @param catalog the modules that both are of
   * @param keep listed modules that stay though no class of theirs was loaded, as those do that the
   *     user asked for by name
   */
  public abstract RootModules apply(
      RootModules listed, Trace trace, ModuleCatalog catalog, Set<ModuleName> keep);

  private static RootModules with(
      SortedMap<ModuleName, List<Reason>> reasons, RootModules listed, ModuleCatalog catalog) {
    SortedMap<ModuleName, List<Reason>> leftOut = new TreeMap<>(listed.reasons());
    leftOut.putAll(listed.leftOut());
    leftOut.keySet().removeAll(catalog.closure(reasons.keySet()));
    return new RootModules(reasons, leftOut, listed.warnings());
  }
}
