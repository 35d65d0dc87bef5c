package dev.parka.verify.boot;

import dev.parka.runtime.ProblemId;

/** What can go wrong with an image that somebody wants to run. */
public enum BootProblem implements ProblemId {
  /** This machine or the image does not allow it to be started. */
  CANNOT_START,
  /** It was started, and did not do what was asked of it. */
  NOT_READY,
  /** It says of no TCP port that it listens to it. */
  NO_PORT,
  /** It printed no such line. */
  NO_SUCH_LINE,
  /** Another program of the image cannot be run beside it. */
  CANNOT_EXEC,
  /** It is still running when it should have ended. */
  STILL_RUNNING
}
