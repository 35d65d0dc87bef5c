package dev.parka.processor;

import dev.parka.runtime.Problem;

/** Why there is nothing to infer modules from. */
final class NoClassFiles {

  private static final String OR_LATER =
      ", or run parka-cli dockerfile on the class files when they are there";

  private NoClassFiles() {}

  /** The compiler is another one, or is hidden behind a wrapper. */
  static Problem told(String mainClass) {
    return new Problem(
        ProcessorProblem.NO_CLASS_FILES,
        "no Dockerfile is written for "
            + mainClass
            + ": this compiler does not tell when class files are ready",
        "compile with javac itself" + OR_LATER);
  }

  /** The compiler was told not to write them, or not where. */
  static Problem written(String mainClass) {
    return new Problem(
        ProcessorProblem.NO_CLASS_FILES,
        "no Dockerfile is written for " + mainClass + ": its class file is in no class output",
        "compile with -d and without -proc:only" + OR_LATER);
  }
}
