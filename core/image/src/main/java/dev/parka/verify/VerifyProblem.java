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
