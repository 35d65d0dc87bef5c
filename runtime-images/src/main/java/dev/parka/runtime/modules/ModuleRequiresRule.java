package dev.parka.runtime.modules;

import dev.parka.runtime.Problem;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.classes.ApplicationModule;
import dev.parka.runtime.classes.ClassSource;
import java.util.ArrayList;
import java.util.List;

/** A module of the application does not start without the modules that it requires. */
final class ModuleRequiresRule implements ModuleRule {

  private final List<ApplicationModule> modules = new ArrayList<>();

  /** Looks at the sources that are modules. */
  ModuleRequiresRule(List<ClassSource> sources) {
    for (ClassSource source : sources) {
      if (source instanceof ApplicationModule module) {
        modules.add(module);
      }
    }
  }

  @Override
  public void apply(Evidence evidence, Findings findings) {
    for (ApplicationModule module : modules) {
      for (String name : ModuleResolver.required(module.descriptor())) {
        ModuleName required = new ModuleName(name);
        if (evidence.catalog().has(required)) {
          findings.add(required, Weight.REQUIRED, module.moduleName() + " requires " + name);
          if (evidence.wishes().excludeModules().contains(required)
              && !required.equals(ModuleName.JAVA_BASE)) {
            findings.add(
                new Problem(
                    RuntimeProblem.EXCLUDED_MODULE_REQUIRED,
                    name + " is excluded, but required by " + module.moduleName(),
                    "keep " + name));
          }
        }
      }
    }
  }
}
