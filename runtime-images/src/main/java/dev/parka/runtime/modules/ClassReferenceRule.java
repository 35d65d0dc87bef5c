package dev.parka.runtime.modules;

import dev.parka.runtime.Printable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A class that refers to a class of the JDK needs its module. */
final class ClassReferenceRule implements ModuleRule {

  @Override
  public void apply(Evidence evidence, Findings findings) {
    for (SourceContents source : evidence.contents()) {
      Weight weight = evidence.isMain(source) ? Weight.OWN_CLASS : Weight.CLASS;
      for (ClassReferences user : source.classes().values()) {
        firstOfEachModule(user, evidence.catalog())
            .forEach(
                (module, used) ->
                    findings.add(
                        module,
                        weight,
                        Printable.of(user.name() + " uses " + used + " (" + source.name() + ")")));
      }
    }
  }

  private static Map<ModuleName, String> firstOfEachModule(
      ClassReferences user, ModuleCatalog catalog) {
    Map<ModuleName, String> first = new TreeMap<>();
    for (String used : user.classes()) {
      Optional<ModuleName> module = catalog.moduleOf(used);
      if (module.isPresent() && !module.get().equals(ModuleName.JAVA_BASE)) {
        first.putIfAbsent(module.get(), used);
      }
    }
    return first;
  }
}
