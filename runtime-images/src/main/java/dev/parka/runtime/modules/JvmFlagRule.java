package dev.parka.runtime.modules;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.classes.ApplicationModule;
import dev.parka.runtime.classes.ClassSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Some flags of {@code java} need modules that no class refers to. */
final class JvmFlagRule implements ModuleRule {

  private final List<GivenFlags> flags;
  private final Set<String> ofApplication = new HashSet<>();

  /** Looks at some flags; the sources may be modules that flags name. */
  JvmFlagRule(List<GivenFlags> flags, List<ClassSource> sources) {
    this.flags = flags;
    for (ClassSource source : sources) {
      if (source instanceof ApplicationModule module) {
        ofApplication.add(module.moduleName());
      }
    }
  }

  @Override
  public void apply(Evidence evidence, Findings findings) {
    for (GivenFlags given : flags) {
      AddModules.in(given.flags())
          .forEach(name -> addModule(name, given.where(), evidence, findings));
      for (String flag : given.flags()) {
        JvmFlag.KNOWN.stream()
            .filter(known -> known.matches(flag))
            .findFirst()
            .ifPresent(known -> add(known, given.where(), evidence, findings));
      }
    }
  }

  /** Names the flag without its value, which may be a path or a secret. */
  private static void add(JvmFlag known, String where, Evidence evidence, Findings findings) {
    String reason = "the flag " + known.text() + where + " needs it";
    known
        .module()
        .filter(module -> KnownModules.check(module, reason, evidence, findings))
        .ifPresent(module -> findings.add(module, Weight.WISH, reason));
  }

  /** Words such as {@code ALL-SYSTEM} name no module. */
  private void addModule(String name, String where, Evidence evidence, Findings findings) {
    if (name.startsWith("ALL-") || ofApplication.contains(name)) {
      return;
    }
    try {
      ModuleName module = new ModuleName(name);
      String reason = "the flag " + AddModules.FLAG + where + " names it";
      if (KnownModules.check(module, reason, evidence, findings)) {
        findings.add(module, Weight.WISH, reason);
      }
    } catch (ParkaException e) {
      e.problems().forEach(findings::add);
    }
  }
}
