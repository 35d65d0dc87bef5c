package dev.parka.runtime.modules;

import dev.parka.runtime.Printable;
import dev.parka.runtime.classes.ApplicationSource;
import dev.parka.runtime.classes.Names;
import java.util.List;

/**
 * What the manifest of a jar that is run says. An agent needs instrumentation. Packages that it
 * exports or opens are of modules that the application may need; {@code java} passes by those that
 * are not there.
 */
final class ManifestRule implements ModuleRule {

  private static final ModuleName INSTRUMENT = new ModuleName("java.instrument");
  private static final List<String> PACKAGES = List.of("Add-Exports", "Add-Opens");

  @Override
  public void apply(Evidence evidence, Findings findings) {
    for (ApplicationSource source : evidence.application().sources()) {
      if (source.attribute("Launcher-Agent-Class") != null) {
        findings.add(
            INSTRUMENT,
            Weight.SIGNAL,
            Printable.of("Launcher-Agent-Class in the manifest of " + source.name()));
      }
      if (source.attribute("Main-Class") != null) {
        PACKAGES.forEach(attribute -> addOwners(attribute, source, evidence, findings));
      }
    }
  }

  /** The value is like {@code java.desktop/java.awt java.base/java.lang}. */
  private static void addOwners(
      String attribute, ApplicationSource source, Evidence evidence, Findings findings) {
    String value = source.attribute(attribute);
    if (value == null) {
      return;
    }
    for (String opened : value.split("\\s+", -1)) {
      String module = opened.split("/", 2)[0];
      if (Names.isQualified(module) && evidence.catalog().has(new ModuleName(module))) {
        findings.add(
            new ModuleName(module),
            Weight.HINT,
            Printable.of(attribute + " " + opened + " in the manifest of " + source.name()));
      }
    }
  }
}
