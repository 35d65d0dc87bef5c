package dev.parka.runtime.modules;

import static java.util.stream.Collectors.joining;

import dev.parka.runtime.Problem;
import dev.parka.runtime.RuntimeProblem;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes out the modules that the user wants left out, unless one that stays requires them. */
final class Exclusions {

  private Exclusions() {}

  /** The modules that stay, with their reasons; what cannot be left out is a finding. */
  static SortedMap<ModuleName, List<Reason>> apply(Evidence evidence, Findings findings) {
    Set<ModuleName> excluded = evidence.wishes().excludeModules();
    SortedMap<ModuleName, List<Reason>> staying = new TreeMap<>(findings.reasons());
    staying.keySet().removeAll(excluded);
    for (ModuleName module : excluded) {
      if (KnownModules.check(module, "it is to be excluded", evidence, findings)) {
        check(module, staying.keySet(), evidence, findings);
      }
    }
    return staying;
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
    List<ModuleName> requiring =
        staying.stream()
            .filter(root -> evidence.catalog().closure(Set.of(root)).contains(module))
            .toList();
    if (!requiring.isEmpty()) {
      String names = requiring.stream().map(ModuleName::value).collect(joining(", "));
      add(
          findings,
          module + " is excluded, but required by " + names,
          "keep " + module + ", or exclude " + names + " too");
    }
  }

  private static void add(Findings findings, String fact, String fix) {
    findings.add(new Problem(RuntimeProblem.EXCLUDED_MODULE_REQUIRED, fact, fix));
  }
}
