package dev.parka.runtime.modules;

import dev.parka.runtime.Printable;

/**
 * Whoever provides a service of the JDK needs the module of the service, and that of the provider
 * where it is a class of the JDK, too.
 */
final class ServiceFileRule implements ModuleRule {

  @Override
  public void apply(Evidence evidence, Findings findings) {
    for (SourceContents source : evidence.contents()) {
      source
          .services()
          .forEach(
              (service, providers) -> {
                String where = " in META-INF/services (" + source.name() + ")";
                add(evidence, findings, service, "a provider of " + service + where);
                for (String provider : providers) {
                  add(evidence, findings, provider, "the provider " + provider + where);
                }
              });
    }
  }

  private static void add(Evidence evidence, Findings findings, String className, String reason) {
    evidence
        .catalog()
        .moduleOf(className)
        .ifPresent(module -> findings.add(module, Weight.SERVICE, Printable.of(reason)));
  }
}
