package dev.parka.jdks;

import dev.parka.runtime.ProblemId;

/** What can be wrong with where a JDK is said to be. */
public enum JdkProblem implements ProblemId {
  /** There is nothing at the path, or nothing that a JDK can be in. */
  NO_JDK_SOURCE,
  /** Archives that cannot be unpacked: damaged, hostile, or too large. */
  BAD_JDK_ARCHIVE,
  /** Archives, or a root file system, without a JDK that is as wanted. */
  NO_JDK_INSIDE,
  /** Archives, or a root file system, with several JDKs that are as wanted. */
  SEVERAL_JDKS
}
