package dev.parka.verify;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import dev.parka.runtime.ProblemId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was found and asked so far. */
final class Findings {

  private final List<Finding> found = new ArrayList<>();
  private final Set<Check> checks = EnumSet.noneOf(Check.class);

  private final List<Suppression> suppressions;

  Findings() {
    this(List.of());
  }

  /** Findings of which some are known. */
  Findings(List<Suppression> suppressions) {
    this.suppressions = List.copyOf(suppressions);
  }

  /** What says that a finding is known. */
  Optional<Suppression> suppression(Finding finding) {
    return suppressions.stream().filter(known -> known.covers(finding)).findFirst();
  }

  void ran(Check check) {
    checks.add(check);
  }

  /** Adds what was not said before, by another check that came upon the same. */
  void add(Finding finding) {
    if (!found.contains(finding)) {
      found.add(finding);
    }
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
    return found.stream().anyMatch(finding -> finding.isError() && suppression(finding).isEmpty());
  }

  List<Finding> all() {
    return List.copyOf(found);
  }

  Set<Check> checks() {
    return checks;
  }
}
