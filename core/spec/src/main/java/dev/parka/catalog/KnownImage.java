package dev.parka.catalog;

import dev.parka.runtime.jdk.Libc;
import dev.parka.spec.ImageReference;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An image that many build on.
 *
 * @param repository its name; {@code {version}} stands for a feature version
 * @param tag the tag to take; {@code {version}} as well
 * @param jdk the JDK in it, or that it has a package of
 * @param userland what a build stage finds in it
 * @param source where that was seen
 */
public record KnownImage(
    String repository, String tag, Optional<KnownJdk> jdk, Userland userland, String source) {

  /**
   * What a build stage finds.
   *
   * @param libc the C library
   * @param packages how packages are added
   * @param hasShell whether {@code RUN} works
   * @param user the number of the user who runs
   */
  public record Userland(Libc libc, Packages packages, boolean hasShell, int user) {}

  /** Its reference for a feature version. */
  public ImageReference reference(int version) {
    return ImageReference.of(fill(repository, version), fill(tag, version));
  }

  /** How much a reference is this image: 2 by name and tag, 1 by name alone, 0 not. */
  int likeness(ImageReference reference) {
    String name = reference.repository().replaceFirst("^(docker\\.io/)?(library/)?", "");
    if (!matches(repository, name)) {
      return 0;
    }
    return reference.tag().filter(written -> matches(tag, written)).isPresent() ? 2 : 1;
  }

  private static boolean matches(String pattern, String text) {
    return text.matches(Pattern.quote(pattern).replace("{version}", "\\E\\d+[\\w.]*\\Q"));
  }

  static String fill(String pattern, int version) {
    return pattern.replace("{version}", Integer.toString(version));
  }
}
