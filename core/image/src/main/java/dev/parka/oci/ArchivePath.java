package dev.parka.oci;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.tree.ImagePath;
import java.util.Optional;

/** Names in tar files as paths of an image. */
final class ArchivePath {

  private ArchivePath() {}

  /**
   * The path that a name in a tar file means; {@code ./} before it and {@code /} after it mean
   * nothing. Empty if the name is absolute, leads upwards, or holds what is no plain text.
   */
  static Optional<ImagePath> parse(String name) {
    String rest = name;
    while (rest.startsWith("./")) {
      rest = rest.substring(2);
    }
    if (rest.endsWith("/")) {
      rest = rest.substring(0, rest.length() - 1);
    }
    if (!name.isEmpty() && (rest.isEmpty() || rest.equals("."))) {
      return name.startsWith("/") ? Optional.empty() : Optional.of(ImagePath.ROOT);
    }
    // The decoder's sign for bytes that are no UTF-8: two such names could become one.
    if (rest.startsWith("/") || rest.indexOf('\uFFFD') >= 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(ImagePath.ROOT.resolve(rest));
    } catch (ParkaException e) {
      return Optional.empty();
    }
  }
}
