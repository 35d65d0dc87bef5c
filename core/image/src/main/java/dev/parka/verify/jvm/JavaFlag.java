package dev.parka.verify.jvm;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A flag of the {@code java} command.
 *
 * @param text such as {@code -XX:+UseSerialGC}
 * @param origin where it is said, such as {@code config.Entrypoint} or {@code
 *     config.Env.JDK_JAVA_OPTIONS}
 * @param isKnown whether it is known before a shell puts in what a variable holds
 */
public record JavaFlag(String text, String origin, boolean isKnown) {

  private static final Pattern NAME =
      Pattern.compile("-XX:(?:[+-]([A-Za-z0-9_]+)|([A-Za-z0-9_]+)=.*)");

  /** The name of a flag of the JVM itself, such as {@code UseSerialGC}. */
  public Optional<String> virtualMachineName() {
    Matcher name = NAME.matcher(text);
    return name.matches()
        ? Optional.of(name.group(1) == null ? name.group(2) : name.group(1))
        : Optional.empty();
  }

  /** What follows, if it begins so. */
  public Optional<String> after(String beginning) {
    return text.startsWith(beginning)
        ? Optional.of(text.substring(beginning.length()))
        : Optional.empty();
  }
}
