package dev.parka.runtime.modules;

import dev.parka.runtime.reach.Display;
import dev.parka.runtime.reach.ReachedClass;
import java.util.Optional;

/**
 * A string constant that is, exactly, the name of a class of the JDK is likely to be given to
 * {@code Class.forName}.
 */
final class StringConstantRule implements ModuleRule {

  @Override
  public void apply(Evidence evidence, Findings findings) {
    for (ReachedClass user : evidence.reached().classes()) {
      for (String name : user.names()) {
        Optional<ModuleName> module = evidence.moduleOf(name);
        if (module.isPresent()) {
          findings.add(
              module.get(),
              weight(user, name, evidence),
              user.step().depth(),
              user.name() + " " + name,
              () -> Chains.named(evidence, user, name));
        }
      }
    }
  }

  private static Weight weight(ReachedClass user, String name, Evidence evidence) {
    return evidence.isOwn(user.name()) && !Display.isNeededForNamed(name)
        ? Weight.OWN_STRING
        : Weight.STRING;
  }
}
