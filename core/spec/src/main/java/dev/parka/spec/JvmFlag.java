package dev.parka.spec;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import java.util.Set;

/**
 * One flag of the {@code java} command, value included.
 *
 * @param value such as {@code -Xmx128m} or {@code --add-modules=java.sql}
 */
public record JvmFlag(String value) {

  /** These say what is launched, which the image itself does. */
  private static final Set<String> LAUNCHING =
      Set.of(
          "-cp",
          "-classpath",
          "--class-path",
          "-jar",
          "-m",
          "--module",
          "--source",
          "-version",
          "--version",
          "-help",
          "--help",
          "-h",
          "-?",
          "-X",
          "--dry-run",
          "--list-modules");

  /**
   * Checks the flag.
   *
   * @throws ParkaException [BadJvmFlag] or [BadText]
   */
  public JvmFlag {
    Text.check("the JVM flag", value);
    String name = value.contains("=") ? value.substring(0, value.indexOf('=')) : value;
    if (!value.startsWith("-") || value.equals("-") || value.equals("--")) {
      throw new ParkaException(
          SpecProblem.BAD_JVM_FLAG,
          "'" + Printable.of(value) + "' is no flag of java",
          "begin it with '-', and join flag and value, as in --add-modules=java.sql");
    }
    if (LAUNCHING.contains(name)) {
      throw new ParkaException(
          SpecProblem.BAD_JVM_FLAG,
          "'" + value + "' says what java launches",
          "leave it out: the image names class path and main class itself");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
