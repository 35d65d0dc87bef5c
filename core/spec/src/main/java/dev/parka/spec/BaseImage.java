package dev.parka.spec;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import java.util.Optional;

/** What an image stands on. */
public sealed interface BaseImage {

  /** Nothing: the image brings every file that it needs. */
  record Scratch() implements BaseImage {
    @Override
    public String toString() {
      return "scratch";
    }
  }

  /** Another image. */
  record Referenced(ImageReference reference) implements BaseImage {
    @Override
    public String toString() {
      return reference.toString();
    }
  }

  /** The warning that it may change, unless it has a digest. */
  default Optional<Problem> unpinned() {
    return this instanceof Referenced image && image.reference().digest().isEmpty()
        ? Optional.of(
            new Problem(
                SpecProblem.UNPINNED_BASE,
                "the base image " + image + " may change under its tag",
                "add its digest, as in " + image + "@sha256:…"))
        : Optional.empty();
  }

  /**
   * Parses {@code scratch} or a reference.
   *
   * @throws ParkaException [BadReference] or [BadDigest] if it is neither
   */
  static BaseImage parse(String text) {
    return text.equals("scratch") ? new Scratch() : new Referenced(ImageReference.parse(text));
  }
}
