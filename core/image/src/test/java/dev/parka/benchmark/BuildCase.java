package dev.parka.benchmark;

import java.util.Locale;

/** What is different since the last build. */
enum BuildCase {
  /** The base, or what is linked, is known, and nothing of the application. */
  COLD,
  /** A class of the application was changed. */
  CLASS_CHANGED,
  /** Nothing. */
  NOTHING_CHANGED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
