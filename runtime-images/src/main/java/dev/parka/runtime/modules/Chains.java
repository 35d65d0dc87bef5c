package dev.parka.runtime.modules;

import static java.util.stream.Collectors.joining;

import dev.parka.runtime.Printable;
import dev.parka.runtime.reach.ReachedClass;
import dev.parka.runtime.reach.Step;
import dev.parka.runtime.reach.Use;

/** Puts the way to a class of the JDK into words. */
final class Chains {

  private static final String ARROW = " → ";

  private Chains() {}

  /** The way from a root to a reached class, then to what it uses. */
  static String text(Evidence evidence, ReachedClass user, String used) {
    return Printable.of(way(evidence, user) + ARROW + dotted(used) + " (" + jar(user, used) + ")");
  }

  /** The way from a root to a reached class. */
  static String text(Evidence evidence, ReachedClass user) {
    return Printable.of(way(evidence, user) + " (" + jar(user, "") + ")");
  }

  private static String way(Evidence evidence, ReachedClass user) {
    StringBuilder text = new StringBuilder();
    for (ReachedClass at : evidence.reached().chain(user)) {
      text.append(text.isEmpty() ? origin(at.step()) : arrow(at.step())).append(dotted(at.name()));
    }
    return text.toString();
  }

  /** The way from a root to a reached class, then to the name of a class that it has. */
  static String named(Evidence evidence, ReachedClass user, String name) {
    return text(evidence, user, "the name " + name);
  }

  /** The way through methods. */
  static String text(Use use, String used) {
    return Printable.of(
        use.chain().stream().map(at -> dotted(at.file().name())).collect(joining(ARROW))
            + ARROW
            + dotted(used)
            + " ("
            + use.definition().source().name()
            + ")");
  }

  static String dotted(String internalName) {
    return internalName.replace('/', '.');
  }

  private static String origin(Step step) {
    return step.note().isEmpty() ? "" : step.note() + ": ";
  }

  private static String arrow(Step step) {
    return switch (step.kind()) {
      case SERVICE -> " → [service] ";
      case STRING -> " → [string] ";
      default -> ARROW;
    };
  }

  /** Where the first definition lies that refers to the class, or just the first. */
  private static String jar(ReachedClass user, String used) {
    return user.definitions().stream()
        .filter(definition -> definition.file().references().contains(used))
        .findFirst()
        .orElse(user.definitions().get(0))
        .source()
        .name();
  }
}
