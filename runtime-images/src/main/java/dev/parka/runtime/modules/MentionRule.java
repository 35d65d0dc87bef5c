package dev.parka.runtime.modules;

import dev.parka.runtime.Printable;

/** A file or flag that names a class of the JDK is read by something that looks the class up. */
final class MentionRule implements ModuleRule {

  private final Mentions mentions;

  MentionRule(Mentions mentions) {
    this.mentions = mentions;
  }

  @Override
  public void apply(Evidence evidence, Findings findings) {
    mentions
        .others()
        .forEach(
            (name, by) ->
                evidence
                    .moduleOf(name)
                    .ifPresent(
                        module ->
                            findings.add(
                                module,
                                by.startsWith(Mentions.FLAG) ? Weight.WISH : Weight.MENTION,
                                Printable.of(by + " names " + Chains.dotted(name)))));
  }
}
