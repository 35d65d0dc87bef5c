package dev.parka.runtime.modules;

/** How much of the class path counts. */
public enum InferenceLevel {
  /**
   * Every class of every jar, reached or not: nothing is missing that any reference, signal, name
   * or file shows, and much is linked that nobody needs.
   */
  SAFE,
  /**
   * What can be reached from the main class, agents, and the files that name classes. A module that
   * would make the image much larger is linked only where code that can run uses it. The default.
   */
  REACHABLE;

  /** What is meant where nobody names one. */
  public static final InferenceLevel DEFAULT = REACHABLE;
}
