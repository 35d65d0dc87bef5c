package dev.parka.dockerfile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How stages become files. */
public enum BuildPattern {
  /** One Dockerfile that has them all. */
  MULTI_STAGE,
  /**
   * A Dockerfile that builds, one that ships, and a script in between, as before there were stages.
   */
  BUILDER;

  /** The pattern of this word. */
  public static Optional<BuildPattern> ofWord(String word) {
    return Arrays.stream(values()).filter(pattern -> pattern.toString().equals(word)).findFirst();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
