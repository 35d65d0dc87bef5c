package dev.parka.runtime;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when the work cannot go on; carries every problem that was found, never only the first.
 */
public final class ParkaException extends RuntimeException {

  private final transient List<Problem> problems;

  /**
   * Collects what was found.
   *
   * @throws IllegalArgumentException if there is no problem
   */
  public ParkaException(List<Problem> problems) {
    this(problems, null);
  }

  /** Reports one problem. */
  public ParkaException(ProblemId id, String fact, String fix) {
    this(List.of(new Problem(id, fact, fix)), null);
  }

  /** Reports one problem and what caused it. */
  public ParkaException(ProblemId id, String fact, String fix, Throwable cause) {
    this(List.of(new Problem(id, fact, fix)), cause);
  }

  private ParkaException(List<Problem> problems, @Nullable Throwable cause) {
    super(message(problems), cause);
    this.problems = List.copyOf(problems);
  }

  private static String message(List<Problem> problems) {
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("no problem");
    }
    return problems.stream().map(Problem::toString).collect(joining("\n"));
  }

  /** What was found, in the order in which it was found; at least one. */
  public List<Problem> problems() {
    return problems;
  }
}
