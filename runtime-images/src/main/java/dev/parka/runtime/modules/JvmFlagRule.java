package dev.parka.runtime.modules;

import dev.parka.runtime.ParkaException;
import java.util.List;

/** Some flags of {@code java} need modules that no class refers to. */
final class JvmFlagRule implements ModuleRule {

  private static final String ADD_MODULES = "--add-modules";

  @Override
  public void apply(Evidence evidence, Findings findings) {
    List<String> flags = evidence.wishes().jvmFlags();
    for (int i = 0; i < flags.size(); i++) {
      String flag = flags.get(i);
      if (flag.startsWith(ADD_MODULES + "=")) {
        addModules(flag.substring(ADD_MODULES.length() + 1), evidence, findings);
      } else if (flag.equals(ADD_MODULES) && i + 1 < flags.size()) {
        i++;
        addModules(flags.get(i), evidence, findings);
      } else {
        JvmFlag.KNOWN.stream()
            .filter(known -> known.matches(flag))
            .findFirst()
            .ifPresent(known -> add(known, evidence, findings));
      }
    }
  }

  /** Names the flag without its value, which may be a path or a secret. */
  private static void add(JvmFlag known, Evidence evidence, Findings findings) {
    known
        .module()
        .filter(
            module ->
                KnownModules.check(
                    module, "the flag " + known.text() + " needs it", evidence, findings))
        .ifPresent(
            module -> findings.add(module, Weight.WISH, "the flag " + known.text() + " needs it"));
  }

  /** Words such as {@code ALL-SYSTEM} name no module. */
  private static void addModules(String names, Evidence evidence, Findings findings) {
    for (String name : names.split(",", -1)) {
      if (name.isEmpty() || name.startsWith("ALL-")) {
        continue;
      }
      try {
        ModuleName module = new ModuleName(name);
        String reason = "the flag " + ADD_MODULES + " names it";
        if (KnownModules.check(module, reason, evidence, findings)) {
          findings.add(module, Weight.WISH, reason);
        }
      } catch (ParkaException e) {
        e.problems().forEach(findings::add);
      }
    }
  }
}
