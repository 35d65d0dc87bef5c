package dev.parka.runtime.modules;

import dev.parka.runtime.Problem;
import dev.parka.runtime.RuntimeProblem;
import java.util.List;

/** Whether the JDK has the modules that users name. */
final class KnownModules {

  private KnownModules() {}

  /** Reports a module that the JDK does not have; {@code why} says who names it. */
  static boolean check(ModuleName module, String why, Evidence evidence, Findings findings) {
    ModuleCatalog catalog = evidence.catalog();
    if (catalog.has(module)) {
      return true;
    }
    List<String> known = catalog.names().stream().map(ModuleName::value).toList();
    findings.add(
        new Problem(
            RuntimeProblem.UNKNOWN_MODULE,
            "JDK " + catalog.jdk().version() + " has no module " + module + ", but " + why,
            NearMisses.question(
                module.value(), known, "java --list-modules prints the modules that it has")));
    return false;
  }
}
