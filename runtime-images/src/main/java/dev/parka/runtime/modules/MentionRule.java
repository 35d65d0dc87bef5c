package dev.parka.runtime.modules;

import dev.parka.runtime.Printable;
import java.util.Map;
import java.util.Optional;

/** A file or flag that names a class of the JDK is read by something that looks the class up. */
final class MentionRule implements ModuleRule {

  private final Mentions mentions;

  MentionRule(Mentions mentions) {
    this.mentions = mentions;
  }

  @Override
  public void apply(Evidence evidence, Findings findings) {
    add(mentions.others(), Weight.MENTION, evidence, findings);
    add(mentions.othersInFlags(), Weight.WISH, evidence, findings);
  }

  private static void add(
      Map<String, String> names, Weight weight, Evidence evidence, Findings findings) {
    for (Map.Entry<String, String> named : names.entrySet()) {
      Optional<ModuleName> module = evidence.moduleOf(named.getKey());
      if (module.isPresent()) {
        String text = named.getValue() + " names " + Chains.dotted(named.getKey());
        findings.add(module.get(), weight, Printable.of(text));
      }
    }
  }
}
