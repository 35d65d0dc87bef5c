package dev.parka.runtime.jdk;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import java.nio.file.Path;

/** What is said of a JDK whose {@code lib/modules} cannot be read. */
final class DamagedModules {

  private DamagedModules() {}

  static ParkaException in(Path home, Throwable cause) {
    return new ParkaException(
        RuntimeProblem.DAMAGED_JDK,
        "the modules of the JDK in " + home + " cannot be read",
        "install the JDK again",
        cause);
  }
}
