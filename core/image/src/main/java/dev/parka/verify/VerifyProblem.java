package dev.parka.verify;

import dev.parka.runtime.ProblemId;
import dev.parka.runtime.Severity;

/** What verification finds wrong with an image that can be read. */
public enum VerifyProblem implements ProblemId {
  /** A blob whose bytes have another digest than its descriptor says. */
  WRONG_DIGEST,
  /** A blob that has more or fewer bytes than its descriptor says. */
  WRONG_SIZE,
  /** A layer whose uncompressed bytes have another digest than the configuration says. */
  WRONG_DIFF_ID,
  /** A configuration that lists more or fewer layers than the manifest. */
  LAYER_COUNT_MISMATCH,
  /** A history that tells of more or fewer layers than there are. */
  HISTORY_MISMATCH,
  /** A blob that is said to be something that it cannot be, or is not. */
  WRONG_MEDIA_TYPE,
  /** A configuration without a platform, or with another than the index says. */
  WRONG_PLATFORM,
  /** A java launcher for another processor than the configuration says. */
  WRONG_ARCHITECTURE,
  /** A file among the blobs that nothing refers to. */
  ORPHAN_BLOB(Severity.WARNING),
  /** A layer whose entries are not sorted by path. */
  UNSORTED_ENTRIES(Severity.WARNING),
  /** A layer whose entries carry several modification times. */
  UNEVEN_TIMES(Severity.WARNING),
  /** An image that runs as root although nobody said that this is meant. */
  RUNS_AS_ROOT,
  /** A file that gives whoever runs it more rights. */
  SETUID_FILE(Severity.WARNING),
  /** A file or directory that every user may change. */
  WORLD_WRITABLE_FILE,
  /** No directory for temporary files that every user may write to. */
  NO_TEMPORARY_DIRECTORY,
  /** An entrypoint that the image does not hold. */
  NO_ENTRYPOINT_FILE,
  /** A configuration that differs from the plan. */
  CONFIG_DIFFERS,
  /** A document that is not of the shape that the specification gives it. */
  BAD_SCHEMA,
  /** A key that nobody reads and that looks like one that is read. */
  MISSPELT_KEY(Severity.WARNING),
  /** A shared library that something needs and that the loader would not find. */
  MISSING_LIBRARY,
  /** A C library that is not the one that the JVM was made for, or an older one. */
  WRONG_LIBC,
  /** Native code, modules or a jar that cannot be read. */
  DAMAGED_FILE,
  /** Modules that are declared and not linked, or linked and not declared. */
  MODULES_DIFFER,
  /** Code that can run refers to a class or member that nothing in the image has. */
  UNRESOLVED_REFERENCE,
  /** An entry of the class path that the image does not hold. */
  MISSING_CLASS_PATH_ENTRY,
  /** A main class that the class path does not hold. */
  MISSING_MAIN_CLASS,
  /** An argument file that the image does not hold. */
  MISSING_ARGUMENT_FILE,
  /** A key, token or password in a file or in the configuration. */
  SECRET_FOUND,
  /** A shell, for whoever gets in. */
  SHELL_IN_IMAGE(Severity.WARNING),
  /** A package manager, for whoever gets in. */
  PACKAGE_MANAGER_IN_IMAGE(Severity.WARNING),
  /** Tools of the JDK beside the launcher. */
  JDK_TOOLS_IN_IMAGE(Severity.WARNING),
  /** A debugger that the command lets in. */
  DEBUG_AGENT,
  /** Remote management that asks nobody who they are. */
  OPEN_MANAGEMENT,
  /** An image or a layer that is larger than it may be. */
  OVER_BUDGET,
  /** An image that is larger than the one before. */
  IMAGE_GREW(Severity.WARNING),
  /** A start-up archive that a flag names and the image does not hold. */
  MISSING_ARCHIVE,
  /** A start-up archive that another JVM made. */
  FOREIGN_ARCHIVE,
  /** A start-up archive that was made from other jars. */
  STALE_ARCHIVE,
  /** A start-up archive that the running JVM passed over. */
  UNUSED_ARCHIVE,
  /** Flags with which the image's own JVM does not start. */
  REFUSED_JVM_FLAGS,
  /** A flag that this JVM does not know. */
  UNKNOWN_JVM_FLAG,
  /** A heap that does not go with a container. */
  BAD_HEAP_SIZE(Severity.WARNING),
  /** An image that another build of the same inputs does not give. */
  NOT_REPRODUCIBLE,
  /** An image that is not what the Dockerfile builds. */
  DIFFERS_FROM_DOCKERFILE,
  /** Something that is to be overlooked, and that is no finding or has no reason. */
  BAD_SUPPRESSION,
  /** An image that did not start, or did not do what was asked of it. */
  NOT_BOOTED,
  /** A port that another process of this machine holds, so that no answer would prove anything. */
  PORT_TAKEN,
  /** An application that did not end when it was told to. */
  NOT_STOPPED;

  private final Severity severity;

  VerifyProblem() {
    this(Severity.ERROR);
  }

  VerifyProblem(Severity severity) {
    this.severity = severity;
  }

  @Override
  public Severity severity() {
    return severity;
  }
}
