package dev.parka.checkin;

import dev.parka.runtime.ProblemId;
import dev.parka.runtime.Severity;

/** What can be wrong with generated files that are checked in. */
public enum CheckinProblem implements ProblemId {
  /** A file that is not there, or not what would be generated now. */
  STALE_FILE(Severity.ERROR),
  /** The same where it is only to be told. */
  STALE_FILE_LEFT(Severity.WARNING),
  /** A file that was not generated, where a generated one is to be. */
  HAND_WRITTEN_FILE(Severity.ERROR);

  private final Severity severity;

  CheckinProblem(Severity severity) {
    this.severity = severity;
  }

  @Override
  public Severity severity() {
    return severity;
  }
}
