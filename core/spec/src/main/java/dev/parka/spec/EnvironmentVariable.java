package dev.parka.spec;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import java.util.regex.Pattern;

/**
 * One environment variable of an image.
 *
 * @param name letters, digits and {@code _}, not beginning with a digit
 * @param value one line of text, which may be empty
 */
public record EnvironmentVariable(String name, String value) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /**
   * Checks both.
   *
   * @throws ParkaException [BadEnvironmentName] or [BadText]
   */
  public EnvironmentVariable {
    if (!NAME.matcher(name).matches()) {
      throw new ParkaException(
          SpecProblem.BAD_ENVIRONMENT_NAME,
          "'" + Printable.of(name) + "' is no name of an environment variable",
          "use letters, digits and '_', not beginning with a digit");
    }
    Text.check("the value of the environment variable " + name, value);
  }

  @Override
  public String toString() {
    return name + "=" + value;
  }
}
