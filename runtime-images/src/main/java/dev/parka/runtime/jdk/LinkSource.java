package dev.parka.runtime.jdk;

/** What a JDK has that modules can be linked from. */
public enum LinkSource {
  /** Module files in {@code jmods}: a jlink of another machine can take them, too. */
  JMODS,
  /** Its own run-time image (JEP 493, JDK 24 and later): for its own jlink alone. */
  RUNTIME_IMAGE,
  /** Nothing: a JDK without the one and too old, or not built, for the other. */
  NONE
}
