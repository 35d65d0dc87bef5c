package dev.parka.runtime.modules;

import dev.parka.runtime.Printable;

/**
 * A string constant that is, exactly, the name of a class of the JDK is likely to be given to
 * {@code Class.forName}.
 */
final class StringConstantRule implements ModuleRule {

  /** Too large to be linked for the sake of a name: see the package's description. */
  private static final ModuleName DESKTOP = new ModuleName("java.desktop");

  @Override
  public void apply(Evidence evidence, Findings findings) {
    for (SourceContents source : evidence.contents()) {
      for (ClassReferences user : source.classes().values()) {
        for (String text : user.strings()) {
          evidence
              .catalog()
              .moduleOf(text)
              .filter(module -> !module.equals(DESKTOP))
              .ifPresent(
                  module ->
                      findings.add(
                          module,
                          Weight.STRING,
                          Printable.of(
                              user.name() + " names " + text + " (" + source.name() + ")")));
        }
      }
    }
  }
}
