package dev.parka.runtime;

/** How much a problem matters. */
public enum Severity {
  /** The work cannot go on, or its result cannot be trusted. */
  ERROR,
  /** The work goes on; the user should know. */
  WARNING
}
