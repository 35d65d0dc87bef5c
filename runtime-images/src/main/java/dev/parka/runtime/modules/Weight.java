package dev.parka.runtime.modules;

/** How much a reason tells, the most first. */
enum Weight {
  /** The user says so. */
  WISH,
  /** A class beside the main class refers to it. */
  OWN_CLASS,
  /** Some class of the class path refers to it. */
  CLASS,
  /** A jar has a provider of a service of it. */
  SERVICE,
  /** A string constant is the name of a class of it. */
  STRING
}
