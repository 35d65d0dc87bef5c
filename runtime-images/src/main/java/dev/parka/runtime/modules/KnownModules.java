package dev.parka.runtime.modules;

import dev.parka.runtime.Problem;
import dev.parka.runtime.RuntimeProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Whether the JDK has the modules that users name. */
public final class KnownModules {

  private KnownModules() {}

  /** Reports a module that the JDK does not have; {@code why} says who names it. */
  static boolean check(ModuleName module, String why, Evidence evidence, Findings findings) {
    ModuleCatalog catalog = evidence.catalog();
    if (catalog.has(module)) {
      return true;
    }
    findings.add(unknown(module, ", but " + why, catalog));
    return false;
  }

  /** The modules among some that the JDK does not have, sorted. */
  public static List<Problem> unknown(Collection<ModuleName> modules, ModuleCatalog catalog) {
    List<Problem> problems = new ArrayList<>();
    for (ModuleName module : new TreeSet<>(modules)) {
      if (!catalog.has(module)) {
        problems.add(unknown(module, "", catalog));
      }
    }
    return List.copyOf(problems);
  }

  private static Problem unknown(ModuleName module, String why, ModuleCatalog catalog) {
    List<String> known = catalog.names().stream().map(ModuleName::value).toList();
    return new Problem(
        RuntimeProblem.UNKNOWN_MODULE,
        "JDK " + catalog.jdk().version() + " has no module " + module + why,
        NearMisses.question(
            module.value(), known, "java --list-modules prints the modules that it has"));
  }
}
