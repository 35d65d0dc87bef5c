package dev.parka.location;

import dev.parka.runtime.ProblemId;

/** What can be wrong with where an image is said to be. */
public enum LocationProblem implements ProblemId {
  /** A text that names no place for images. */
  BAD_IMAGE_LOCATION,
  /** An engine that does not hand out the image. */
  ENGINE_LACKS_IMAGE
}
