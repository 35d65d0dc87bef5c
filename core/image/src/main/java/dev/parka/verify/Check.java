package dev.parka.verify;

import java.util.Locale;

/** One group of questions that verification asks. */
public enum Check {
  /** The layout, its index and its documents can be read. */
  LAYOUT,
  /** Every digest is that of the bytes. */
  DIGESTS,
  /** Every size is that of the bytes. */
  SIZES,
  /** Every media type is known and true. */
  MEDIA_TYPES,
  /** Nothing lies among the blobs that is not used. */
  ORPHANS,
  /** The configuration names the platform, and the java launcher is made for it. */
  PLATFORM,
  /** The uncompressed layers have the digests that the configuration lists. */
  DIFF_IDS,
  /** The history tells of as many layers as there are. */
  HISTORY,
  /** Entries lead nowhere else, are there once, sorted, and of one time. */
  ENTRIES,
  /** No file gives more rights than it should. */
  PERMISSIONS,
  /** The application does not run as root. */
  USER,
  /** The configuration is what the plan says. */
  PLAN,
  /** The documents are of the shape that the specification gives them. */
  SCHEMA,
  /** Native code finds its libraries, made for this processor and C library. */
  LIBRARIES,
  /** The modules that are declared are those that are linked. */
  MODULES,
  /** Each entry of the class path, the main class and each argument file are there. */
  CLASS_PATH,
  /** What code that can run refers to is there. */
  REFERENCES,
  /** Files and configuration hold no keys, tokens or passwords. */
  SECRETS,
  /** There is no program that only an intruder would run. */
  PROGRAMS,
  /** The JVM knows its flags, and none lets anyone in. */
  FLAGS,
  /** Start-up archives are there, of this JVM and of these jars. */
  STARTUP,
  /** The image and its layers keep within their budgets. */
  BUDGET,
  /** The image is no larger than the one before. */
  GROWTH,
  /** The image is what its Dockerfile builds. */
  PARITY,
  /** The image starts. */
  BOOT;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
