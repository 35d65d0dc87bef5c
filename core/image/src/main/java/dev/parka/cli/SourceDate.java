package dev.parka.cli;

import dev.parka.image.ImageProblem;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import java.time.Instant;

/** The environment variable {@code SOURCE_DATE_EPOCH} (reproducible-builds.org): Unix seconds. */
final class SourceDate {

  private static final String VARIABLE = "SOURCE_DATE_EPOCH";

  /** Beyond this a tar header needs an extension, and no clock shows it. */
  private static final long MAX = 0xFFFF_FFFFL;

  private SourceDate() {}

  /**
   * The time that the variable names, or the default where it is not set.
   *
   * @throws ParkaException [BadSourceDate] if it is set to something else
   */
  static Instant orDefault(Instant fallback) {
    String value = System.getenv(VARIABLE);
    return value == null || value.isEmpty() ? fallback : parse(value);
  }

  static Instant parse(String value) {
    if (!value.matches("[0-9]{1,10}") || Long.parseLong(value) > MAX) {
      throw new ParkaException(
          ImageProblem.BAD_SOURCE_DATE,
          VARIABLE + " is '" + Printable.of(value) + "'",
          "set it to whole seconds since 1970, or unset it");
    }
    return Instant.ofEpochSecond(Long.parseLong(value));
  }
}
