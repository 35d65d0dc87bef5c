package dev.parka.spec;

import dev.parka.runtime.ProblemId;
import dev.parka.runtime.Severity;

/** What can be wrong with what a user says of an image. */
public enum SpecProblem implements ProblemId {
  /** A repository, tag or reference outside the grammar of the distribution specification. */
  BAD_REFERENCE,
  /** A base image that is not pinned by digest. */
  UNPINNED_BASE(Severity.WARNING),
  /** A Java version that is none, or that Parka does not know. */
  BAD_JAVA_VERSION,
  /** A text with a line break, a control character or one that cannot be seen. */
  BAD_TEXT,
  /** A value so long that engines cut the line that holds it. */
  TOO_LONG,
  /** An environment variable's name that is none. */
  BAD_ENVIRONMENT_NAME,
  /** One environment variable, two values. */
  DUPLICATE_ENVIRONMENT_NAME,
  /** A label key that is none. */
  BAD_LABEL_KEY,
  /** One label, two values. */
  DUPLICATE_LABEL_KEY,
  /** A label that container run-times keep for themselves. */
  RESERVED_LABEL,
  /** A value that looks like a secret and would be readable in the image. */
  SECRET_IN_IMAGE(Severity.WARNING),
  /** A port outside 1 to 65535. */
  PORT_OUT_OF_RANGE,
  /** A flag that is none, or that changes what is launched. */
  BAD_JVM_FLAG,
  /** A flag that says of start-up archives what another attribute says. */
  STARTUP_FLAG,
  /** A start-up archive that the generated Dockerfile does without. */
  STARTUP_NOT_PORTABLE(Severity.WARNING),
  /** Classes that the generated Dockerfile leaves in. */
  CLASSES_NOT_PORTABLE(Severity.WARNING),
  /** A user that is no number. */
  BAD_USER,
  /** The application runs as root and nobody said that this is meant. */
  ROOT_USER(Severity.WARNING),
  /** A volume or working directory that is no plain absolute path. */
  BAD_PATH,
  /** A signal that is none. */
  BAD_STOP_SIGNAL,
  /** A health check whose times or command cannot be. */
  BAD_HEALTH_CHECK,
  /** A locale that is no BCP 47 language tag. */
  BAD_LOCALE,
  /** One thing that is to be left out and not to be. */
  STRIPPED_AND_KEPT,
  /** A platform that is not of the form os/architecture. */
  BAD_PLATFORM,
  /** A digest that is not {@code sha256:} and 64 hexadecimal digits. */
  BAD_DIGEST;

  private final Severity severity;

  SpecProblem() {
    this(Severity.ERROR);
  }

  SpecProblem(Severity severity) {
    this.severity = severity;
  }

  @Override
  public Severity severity() {
    return severity;
  }
}
