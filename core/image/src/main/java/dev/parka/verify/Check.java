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
  /** The image starts. */
  BOOT;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
