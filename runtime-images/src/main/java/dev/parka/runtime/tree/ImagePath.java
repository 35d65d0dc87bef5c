package dev.parka.runtime.tree;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.RuntimeProblem;
import java.util.Optional;

/**
 * An absolute, normal path inside an image, such as {@code /opt/java/bin/java}; {@code /} is the
 * root. Compared as text, so that every directory comes before what lies in it.
 *
 * @param value the path with forward slashes and no trailing one
 */
public record ImagePath(String value) implements Comparable<ImagePath> {

  /** The root directory. */
  public static final ImagePath ROOT = new ImagePath("/");

  /**
   * Checks the path.
   *
   * @throws ParkaException [BadImagePath] if it is not absolute, has an empty part, {@code .} or
   *     {@code ..}, ends in a slash or holds a control character
   */
  public ImagePath {
    boolean normal = value.startsWith("/");
    if (normal && value.length() > 1) {
      for (String part : value.substring(1).split("/", -1)) {
        normal &= !part.isEmpty() && !part.equals(".") && !part.equals("..");
      }
    }
    if (!normal || hasControls(value)) {
      throw new ParkaException(
          RuntimeProblem.BAD_IMAGE_PATH,
          "'" + Printable.of(value) + "' is no absolute, normal path",
          "write it like /var/lib/app");
    }
  }

  private static boolean hasControls(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isISOControl(value.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The path of something below this one; {@code relative} has forward slashes and no leading one.
   */
  public ImagePath resolve(String relative) {
    return new ImagePath((value.equals("/") ? "/" : value + "/") + relative);
  }

  /** The directory that holds this path; empty for the root. */
  public Optional<ImagePath> parent() {
    if (value.equals("/")) {
      return Optional.empty();
    }
    int slash = value.lastIndexOf('/');
    return Optional.of(slash == 0 ? ROOT : new ImagePath(value.substring(0, slash)));
  }

  /** The last part; empty text for the root. */
  public String fileName() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  /** The path without its leading slash, as archives write it. */
  public String relative() {
    return value.substring(1);
  }

  @Override
  public int compareTo(ImagePath other) {
    return value.compareTo(other.value);
  }

  /** Written out, like its hash: what a record makes for itself it makes when it is first used. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ImagePath path && value.equals(path.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
