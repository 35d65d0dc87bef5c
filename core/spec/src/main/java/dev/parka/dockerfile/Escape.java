package dev.parka.dockerfile;

import java.util.List;
import java.util.stream.Collectors;

/** The one place where values become Dockerfile text; what comes in was checked to be one line. */
final class Escape {

  private Escape() {}

  /**
   * A double-quoted word of {@code ENV} and {@code LABEL}. Dockerfile syntax knows three characters
   * that mean something inside double quotes.
   */
  static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$") + '"';
  }

  /** The exec form: a JSON array of strings, in which nothing is expanded. */
  static String execForm(List<String> words) {
    return words.stream().map(Escape::json).collect(Collectors.joining(", ", "[", "]"));
  }

  /** A word of a POSIX shell, in single quotes unless every character is plain. */
  static String shell(String word) {
    return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static String json(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
