package dev.parka.runtime.modules;

import dev.parka.runtime.Printable;

/** What the user asks for: modules by name, and languages. */
final class WishRule implements ModuleRule {

  private static final ModuleName LOCALE_DATA = new ModuleName("jdk.localedata");

  @Override
  public void apply(Evidence evidence, Findings findings) {
    for (ModuleName module : evidence.wishes().addModules()) {
      add(module, "it was asked for by name", evidence, findings);
    }
    for (String locale : evidence.wishes().locales()) {
      add(LOCALE_DATA, "the locale " + Printable.of(locale) + " needs it", evidence, findings);
    }
  }

  private static void add(ModuleName module, String why, Evidence evidence, Findings findings) {
    if (KnownModules.check(module, why, evidence, findings)) {
      findings.add(module, Weight.WISH, why);
    }
  }
}
