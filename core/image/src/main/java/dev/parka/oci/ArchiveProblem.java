package dev.parka.oci;

import dev.parka.runtime.ProblemId;

/** What can be wrong with an image that is read. */
public enum ArchiveProblem implements ProblemId {
  /** A path that holds no OCI image layout, neither as a directory nor as a tar file. */
  NOT_AN_IMAGE,
  /** A tar file that is cut, damaged, or has names that lead out of it. */
  BAD_ARCHIVE,
  /** A document of the image that is too large, no JSON, or not of the specification's shape. */
  BAD_DOCUMENT,
  /** A blob that a descriptor names and the layout lacks. */
  MISSING_BLOB,
  /** A platform that the image was not made for. */
  NO_SUCH_PLATFORM,
  /** A layer that is cut or damaged, or that holds bytes after its end. */
  BAD_LAYER,
  /** A layer with entries that lead out of it, through links, or to devices. */
  HOSTILE_LAYER,
  /** One layer, two entries of one path. */
  DUPLICATE_ENTRY,
  /** A layer with more entries or bytes than any honest one. */
  LAYER_TOO_LARGE,
  /** A layer that cannot be written to this machine's disk. */
  CANNOT_UNPACK
}
