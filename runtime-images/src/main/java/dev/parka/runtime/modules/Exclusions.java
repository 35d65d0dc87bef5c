package dev.parka.runtime.modules;

import static java.util.stream.Collectors.joining;

import dev.parka.runtime.Problem;
import dev.parka.runtime.RuntimeProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Takes out the modules that the user wants left out, unless one that stays requires them. */
final class Exclusions {

  private Exclusions() {}

  /** The modules that are linked, and the others; what cannot be left out is a finding. */
  static RootModules apply(SortedSet<ModuleName> linked, Evidence evidence, Findings findings) {
    Set<ModuleName> excluded = evidence.wishes().excludeModules();
    SortedMap<ModuleName, List<Reason>> staying = new TreeMap<>();
    SortedMap<ModuleName, List<Reason>> others = new TreeMap<>();
    SortedSet<ModuleName> closure = evidence.catalog().closure(linked);
    for (ModuleName module : findings.best().keySet()) {
      if (linked.contains(module) && !excluded.contains(module)) {
        staying.put(module, findings.reasons(module));
      } else if (excluded.contains(module) || !closure.contains(module)) {
        others.put(module, findings.reasons(module));
      }
    }
    staying.putIfAbsent(ModuleName.JAVA_BASE, findings.reasons(ModuleName.JAVA_BASE));
    for (ModuleName module : excluded) {
      if (KnownModules.check(module, "it is to be excluded", evidence, findings)) {
        check(module, staying.keySet(), evidence, findings);
      }
    }
    List<Problem> warnings = new ArrayList<>(evidence.application().warnings());
    warnings.addAll(findings.warnings());
    return new RootModules(staying, others, warnings);
  }

  private static void check(
      ModuleName module, Set<ModuleName> staying, Evidence evidence, Findings findings) {
    if (evidence.wishes().addModules().contains(module)) {
      add(findings, module + " is both asked for and excluded", "do one of the two");
      return;
    }
    if (module.equals(ModuleName.JAVA_BASE)) {
      add(findings, "java.base is excluded, but every module requires it", "keep it");
      return;
    }
    required(module, staying, evidence.catalog()).ifPresent(findings::add);
  }

  /** What is wrong with leaving a module out, if some that stay require it. */
  static Optional<Problem> required(
      ModuleName module, Set<ModuleName> staying, ModuleCatalog catalog) {
    List<ModuleName> requiring =
        staying.stream().filter(root -> catalog.closure(Set.of(root)).contains(module)).toList();
    if (requiring.isEmpty()) {
      return Optional.empty();
    }
    String names = requiring.stream().map(ModuleName::value).collect(joining(", "));
    return Optional.of(
        problem(
            module + " is excluded, but required by " + names,
            "keep " + module + ", or exclude " + names + " too"));
  }

  private static void add(Findings findings, String fact, String fix) {
    findings.add(problem(fact, fix));
  }

  private static Problem problem(String fact, String fix) {
    return new Problem(RuntimeProblem.EXCLUDED_MODULE_REQUIRED, fact, fix);
  }
}
