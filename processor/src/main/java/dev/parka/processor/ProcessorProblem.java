package dev.parka.processor;

import dev.parka.runtime.ProblemId;
import dev.parka.runtime.Severity;

/** What can be wrong with an annotated class, or with the compilation that it is part of. */
public enum ProcessorProblem implements ProblemId {
  /** The annotated class has no method named {@code main} at all. */
  NO_MAIN_METHOD,
  /** The annotated class has a {@code main}, but not one that {@code java} launches. */
  MAIN_NOT_LAUNCHABLE,
  /** The class files are made for a later Java than the image has. */
  CLASS_FILES_TOO_NEW,
  /** The name of the typed handle is taken. */
  HANDLE_NAME_TAKEN,
  /** An option of the processor has a value that it cannot have. */
  BAD_OPTION,
  /** There are no class files to infer modules from, so no Dockerfile is written. */
  NO_CLASS_FILES {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }
  },
  /** A fault of Parka itself. */
  INTERNAL_ERROR
}
