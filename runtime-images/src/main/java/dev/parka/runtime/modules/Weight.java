package dev.parka.runtime.modules;

/** How much a reason tells, the most first. */
enum Weight {
  /** The user says so. */
  WISH,
  /** A module of the application requires it, and does not start without it. */
  REQUIRED,
  /** Code that can run uses it. */
  CODE,
  /** A class that is reached refers to it. */
  CLASS,
  /** A jar has a provider of a service of it. */
  SERVICE,
  /** What a class that is reached does is known to need it. */
  SIGNAL,
  /** A string constant in the application's own code is the name of a class of it. */
  OWN_STRING,
  /** The same as a signal, but most that do so need it not. */
  HINT,
  /** A file names a class of it. */
  MENTION,
  /** A string constant is the name of a class of it. */
  STRING;

  /** Whether it has to be linked, whatever its size. */
  boolean isBinding() {
    return compareTo(REQUIRED) <= 0;
  }

  /** Whether code that can run may prove that a dear module is needed. */
  boolean canBeProven() {
    return compareTo(OWN_STRING) <= 0;
  }

  /** Whether such a reason alone leaves room for doubt. */
  boolean isWeak() {
    return compareTo(OWN_STRING) >= 0;
  }
}
