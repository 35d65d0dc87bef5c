package dev.parka.runtime.modules;

import dev.parka.runtime.classes.ClassDefinition;
import dev.parka.runtime.reach.ReachedClass;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A class that refers to a class of the JDK needs its module. */
final class ClassReferenceRule implements ModuleRule {

  @Override
  public void apply(Evidence evidence, Findings findings) {
    for (ReachedClass user : evidence.reached().classes()) {
      firstOfEachModule(user, evidence)
          .forEach(
              (module, used) ->
                  findings.add(
                      module,
                      Weight.CLASS,
                      user.step().depth(),
                      user.name() + " " + used,
                      () -> Chains.text(evidence, user, used)));
    }
  }

  private static Map<ModuleName, String> firstOfEachModule(ReachedClass user, Evidence evidence) {
    Map<ModuleName, String> first = new TreeMap<>();
    for (ClassDefinition definition : user.definitions()) {
      for (String used : definition.file().references()) {
        Optional<ModuleName> module = evidence.moduleOf(used);
        if (module.isPresent() && !module.get().equals(ModuleName.JAVA_BASE)) {
          first.merge(module.get(), used, (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
      }
    }
    return first;
  }
}
