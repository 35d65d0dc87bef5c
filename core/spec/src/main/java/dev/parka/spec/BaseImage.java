package dev.parka.spec;

import dev.parka.runtime.ParkaException;

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

  /**
   * Parses {@code scratch} or a reference.
   *
   * @throws ParkaException [BadReference] or [BadDigest] if it is neither
   */
  static BaseImage parse(String text) {
    return text.equals("scratch") ? new Scratch() : new Referenced(ImageReference.parse(text));
  }
}
