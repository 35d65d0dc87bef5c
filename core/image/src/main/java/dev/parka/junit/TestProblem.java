package dev.parka.junit;

import dev.parka.runtime.ProblemId;

/** What stands in the way of a test of an image before the image is built. */
public enum TestProblem implements ProblemId {
  /** Nothing says which application the image is of. */
  NO_APPLICATION_NAMED,
  /** The application is not on the class path of the test. */
  NO_SUCH_APPLICATION,
  /** A handle that cannot be made. */
  UNUSABLE_HANDLE
}
