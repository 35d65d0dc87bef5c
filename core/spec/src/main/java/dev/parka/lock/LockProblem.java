package dev.parka.lock;

import dev.parka.runtime.ProblemId;

/** What can be wrong with a lock file. */
public enum LockProblem implements ProblemId {
  /** A lock file that cannot be read. */
  BAD_LOCK,
  /** An image whose size the lock file does not have. */
  NO_LOCKED_SIZE
}
