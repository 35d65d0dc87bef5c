package dev.parka.runtime.modules;

import dev.parka.runtime.reach.ReachedClass;
import dev.parka.runtime.reach.Reference;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A class that refers to a class of the JDK needs its module. */
final class ClassReferenceRule implements ModuleRule {

  @Override
  public void apply(Evidence evidence, Findings findings) {
    @Nullable ModuleName[] modules = modules(evidence);
    Map<ModuleName, String> first = new TreeMap<>();
    for (ReachedClass user : evidence.reached().classes()) {
      for (Reference reference : user.references()) {
        ModuleName module = modules[reference.number()];
        if (module != null) {
          String before = first.get(module);
          if (before == null || before.compareTo(reference.name()) > 0) {
            first.put(module, reference.name());
          }
        }
      }
      for (Map.Entry<ModuleName, String> found : first.entrySet()) {
        String used = found.getValue();
        findings.add(
            found.getKey(),
            Weight.CLASS,
            user.step().depth(),
            user.name() + " " + used,
            () -> Chains.text(evidence, user, used));
      }
      first.clear();
    }
  }

  /**
   * The module of each reference; null for java.base, which is needed anyway, and for no module.
   */
  private static @Nullable ModuleName[] modules(Evidence evidence) {
    List<Reference> references = evidence.reached().references();
    @Nullable ModuleName[] modules = new ModuleName[references.size()];
    for (int i = 0; i < modules.length; i++) {
      ModuleName module = evidence.moduleOf(references.get(i).name()).orElse(null);
      modules[i] = ModuleName.JAVA_BASE.equals(module) ? null : module;
    }
    return modules;
  }
}
