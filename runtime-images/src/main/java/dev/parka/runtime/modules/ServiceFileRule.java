package dev.parka.runtime.modules;

import dev.parka.runtime.Printable;
import dev.parka.runtime.classes.ApplicationSource;

/** A jar may name a class of the JDK as the provider of a service. */
final class ServiceFileRule implements ModuleRule {

  @Override
  public void apply(Evidence evidence, Findings findings) {
    for (ApplicationSource source : evidence.application().sources()) {
      source
          .services()
          .forEach(
              (service, providers) -> {
                String where = " in META-INF/services (" + source.name() + ")";
                if (evidence.level() == InferenceLevel.SAFE) {
                  add(evidence, findings, service, "a provider of " + service + where);
                }
                for (String provider : providers) {
                  add(evidence, findings, provider, "the provider " + provider + where);
                }
              });
    }
  }

  private static void add(Evidence evidence, Findings findings, String className, String reason) {
    evidence
        .moduleOf(className.replace('.', '/'))
        .ifPresent(module -> findings.add(module, Weight.SERVICE, Printable.of(reason)));
  }
}
