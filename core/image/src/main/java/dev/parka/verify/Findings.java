package dev.parka.verify;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import dev.parka.runtime.ProblemId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What was found and asked so far. */
final class Findings {

  private final List<Finding> found = new ArrayList<>();
  private final Set<Check> checks = EnumSet.noneOf(Check.class);

  void ran(Check check) {
    checks.add(check);
  }

  void add(Finding finding) {
    found.add(finding);
  }

  void add(ProblemId id, String subject, String expected, String actual) {
    add(new Finding(id, subject, expected, actual));
  }

  void add(String subject, List<Problem> problems) {
    problems.forEach(p -> add(Finding.of(subject, p)));
  }

  void add(String subject, ParkaException e) {
    add(subject, e.problems());
  }

  /** Compares, and says what differs. */
  void same(ProblemId id, String subject, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      add(id, subject, expected.toString(), actual.toString());
    }
  }

  boolean hasErrors() {
    return found.stream().anyMatch(Finding::isError);
  }

  List<Finding> all() {
    return List.copyOf(found);
  }

  Set<Check> checks() {
    return checks;
  }
}
