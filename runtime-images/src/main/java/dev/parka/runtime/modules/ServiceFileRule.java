package dev.parka.runtime.modules;

import dev.parka.runtime.Printable;
import dev.parka.runtime.classes.ApplicationSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A jar may name a class of the JDK as the provider of a service. */
final class ServiceFileRule implements ModuleRule {

  @Override
  public void apply(Evidence evidence, Findings findings) {
    for (ApplicationSource source : evidence.application().sources()) {
      String where = " in META-INF/services (" + source.name() + ")";
      for (Map.Entry<String, List<String>> listed : source.services().entrySet()) {
        String service = listed.getKey();
        if (evidence.level() == InferenceLevel.SAFE) {
          add(evidence, findings, service, "a provider of " + service + where);
        }
        for (String provider : listed.getValue()) {
          add(evidence, findings, provider, "the provider " + provider + where);
        }
      }
    }
  }

  private static void add(Evidence evidence, Findings findings, String className, String reason) {
    Optional<ModuleName> module = evidence.moduleOf(className.replace('.', '/'));
    if (module.isPresent()) {
      findings.add(module.get(), Weight.SERVICE, Printable.of(reason));
    }
  }
}
