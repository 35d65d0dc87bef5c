package dev.parka.image;

import dev.parka.runtime.ProblemId;
import dev.parka.runtime.Severity;

/** What can stop the daemonless build of an image. */
public enum ImageProblem implements ProblemId {
  /** No class path was given. */
  NO_CLASS_PATH,
  /** The JDK at hand is not of the version that the image wants. */
  WRONG_JAVA_VERSION,
  /** The image wants another platform than the one that the JDK at hand was made for. */
  PLATFORM_NOT_AT_HAND,
  /** The application may open windows, and the JDK has nothing to open one with. */
  HEADLESS_JDK {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }
  },
  /** Classes of the JDK were left out that nothing was seen to lead to. */
  CLASSES_LEFT_OUT {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }
  },
  /** A start-up archive that making it again would not give again is pinned nowhere. */
  UNPINNED_ARCHIVE {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }
  },
  /** Archives of the application's classes are made of class paths alone. */
  STARTUP_ON_MODULE_PATH,
  /** The base image has not all that the JDK's virtual machine needs. */
  BASE_LACKS_LIBRARY,
  /** The base image has a link or a file where the image needs a directory. */
  BASE_IN_THE_WAY,
  /** Nobody says which class is the main class. */
  NO_MAIN_CLASS_NAMED,
  /** An engine did not take the image. */
  ENGINE_REFUSED,
  /** A file could not be read while the image was built. */
  CANNOT_READ,
  /** {@code SOURCE_DATE_EPOCH} is no number of seconds. */
  BAD_SOURCE_DATE
}
