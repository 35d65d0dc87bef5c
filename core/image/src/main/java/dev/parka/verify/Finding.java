package dev.parka.verify;

import dev.parka.runtime.Printable;
import dev.parka.runtime.Problem;
import dev.parka.runtime.ProblemId;
import dev.parka.runtime.Severity;
import java.util.List;

/**
 * One thing that is not as it should be, such as {@code [WrongSize] blobs/sha256/9f86…: expected
 * 120 bytes, found 119 bytes}.
 *
 * @param id the stable name
 * @param subject what it is about: a blob, a path, a key of the configuration
 * @param expected what should be
 * @param actual what is
 * @param output what a program printed last; mostly none
 */
public record Finding(
    ProblemId id, String subject, String expected, String actual, List<String> output) {

  /** Copies the list, and makes what an image says safe to print. */
  public Finding {
    subject = Printable.of(subject);
    expected = Printable.of(expected);
    actual = Printable.of(actual);
    output = output.stream().map(Printable::of).toList();
  }

  /** A finding without output. */
  public Finding(ProblemId id, String subject, String expected, String actual) {
    this(id, subject, expected, actual, List.of());
  }

  static Finding of(String subject, Problem problem) {
    return new Finding(problem.id(), subject, "a readable image", problem.fact());
  }

  /** How much it matters. */
  public Severity severity() {
    return id.severity();
  }

  /** Whether the image cannot be trusted. */
  public boolean isError() {
    return severity() == Severity.ERROR;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append('[').append(id.id()).append("] ").append(subject);
    text.append(": expected ").append(expected).append(", found ").append(actual);
    output.forEach(line -> text.append("\n  | ").append(line));
    return text.toString();
  }
}
