package dev.parka.checkin;

import dev.parka.runtime.ProblemId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What happens to a checked-in file that is not what would be generated now. */
public enum DriftMode {
  /** Every difference is an error. */
  FAIL,
  /** Every difference is a warning. */
  WARN,
  /** The file is written again. */
  UPDATE;

  /** The mode of this name in lower case. */
  public static Optional<DriftMode> parse(String name) {
    return Arrays.stream(values()).filter(mode -> mode.toString().equals(name)).findFirst();
  }

  /** What a stale file is in this mode. */
  ProblemId staleFile() {
    return this == WARN ? CheckinProblem.STALE_FILE_LEFT : CheckinProblem.STALE_FILE;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
