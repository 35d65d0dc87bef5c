package dev.parka.runtime;

/** What can be wrong with JDKs, class paths, modules, linking and shared libraries. */
public enum RuntimeProblem implements ProblemId {
  /** A directory that was given as a JDK's home holds none. */
  NOT_A_JDK,
  /** A run-time image without jlink was given where a JDK is needed. */
  NO_JLINK,
  /** The JDK's own data cannot be read. */
  DAMAGED_JDK,
  /** The JDK was made for another machine or libc than the image wants. */
  FOREIGN_JDK,
  /** A name that cannot be a JDK module's. */
  BAD_MODULE_NAME,
  /** A well-formed module name that the JDK does not have. */
  UNKNOWN_MODULE,
  /** A module that was excluded is required by one that stays. */
  EXCLUDED_MODULE_REQUIRED,
  /** A name that cannot be a class's. */
  BAD_CLASS_NAME,
  /** A class path entry that does not exist. */
  NO_SUCH_CLASS_PATH_ENTRY,
  /** A jar that a manifest names is not on the class path. */
  MISSING_MANIFEST_ENTRY {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }
  },
  /** A module path entry that does not exist. */
  NO_SUCH_MODULE_PATH_ENTRY,
  /** A module descriptor on a module path that cannot be read. */
  BAD_MODULE_INFO,
  /** A jar on a module path whose name, or whose manifest, gives no module name. */
  BAD_AUTOMATIC_MODULE_NAME,
  /** Two modules of one name on a module path. */
  DUPLICATE_MODULE,
  /** A package in two modules of a module path. */
  SPLIT_PACKAGE,
  /** A class path entry that is neither a directory nor a readable jar. */
  BAD_JAR,
  /** A jar with two entries of one name, or with names that lead out of it. */
  HOSTILE_JAR,
  /** A class file that cannot be read. */
  BAD_CLASS_FILE {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }
  },
  /** The main class is nowhere on the class path. */
  NO_MAIN_CLASS,
  /** A file that should be of a recorded run of the application is none, or not whole. */
  BAD_TRACE,
  /** The application failed while it was recorded. */
  RUN_FAILED,
  /** jlink ended with an error. */
  LINK_FAILED,
  /** A shared library that the run-time image needs is nowhere to be found. */
  NO_SHARED_LIBRARY,
  /** The libraries to choose from are for another processor or C library than the JDK's. */
  FOREIGN_LIBRARIES,
  /** CA certificates were asked for, and there are none. */
  NO_CA_CERTIFICATES,
  /** Nobody knows which packages the copied files belong to. */
  NO_PACKAGE_DATA {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }
  },
  /** A file that should be an ELF file is damaged. */
  BAD_ELF_FILE,
  /** A path that is not absolute or not normal inside an image. */
  BAD_IMAGE_PATH,
  /** Something cannot be written where it was asked for. */
  CANNOT_WRITE,
  /** A file that should be a list of classes is none. */
  BAD_CLASS_LIST,
  /** A start-up archive of the application was asked for, and nothing tells what it loads. */
  NO_TRAINING,
  /** The application did not do in its training run what it should. */
  TRAINING_FAILED,
  /** The JDK has no archives of this kind. */
  NO_AOT_CACHE,
  /** The JVM did not make a start-up archive. */
  ARCHIVE_FAILED,
  /** The JVM does not use a start-up archive that was made for it. */
  ARCHIVE_NOT_USED,
  /** A start-up archive that was kept is another one than its digest says. */
  ARCHIVE_CHANGED,
  /** A start-up archive is pinned by its digest, and is not there. */
  ARCHIVE_NOT_AT_HAND,
  /** Linking twice gave different bytes. */
  UNSTABLE_LINK,
  /** A native library of the run-time image that cannot be loaded for want of another. */
  UNLOADABLE_LIBRARY {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }
  },
  /** The C library of the image will know ASCII alone. */
  NO_UTF8_LOCALE {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }
  }
}
