package dev.parka.spec;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an image, such as {@code registry.acme.com:5000/shop/petstore:1.4.2@sha256:…}. The
 * grammar is that of the OCI distribution specification and of Docker's references; nothing is
 * added to what was written, so {@link #toString()} gives it back.
 *
 * @param repository the part before the tag, with the registry if one was written
 * @param tag the tag, if one was written
 * @param digest the digest that pins it, if one was written
 */
public record ImageReference(String repository, Optional<String> tag, Optional<Digest> digest) {

  private static final String COMPONENT = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
  private static final String HOST_PART = "(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])";
  private static final String HOST = HOST_PART + "(?:\\." + HOST_PART + ")*(?::[0-9]{1,5})?";
  private static final Pattern REPOSITORY =
      Pattern.compile("(?:" + HOST + "/)?" + COMPONENT + "(?:/" + COMPONENT + ")*");
  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
  private static final Pattern REFERENCE =
      Pattern.compile("(?<repository>[^@]+?)(?::(?<tag>[^:/@]*))?(?:@(?<digest>.*))?");
  private static final int MAX_REPOSITORY = 255;

  /**
   * Checks repository and tag.
   *
   * @throws ParkaException [BadReference] if either is outside the grammar
   */
  public ImageReference {
    if (repository.length() > MAX_REPOSITORY || !REPOSITORY.matcher(repository).matches()) {
      throw bad("'" + Printable.of(repository) + "' is no repository");
    }
    if (tag.isPresent() && !TAG.matcher(tag.get()).matches()) {
      throw new ParkaException(
          SpecProblem.BAD_REFERENCE,
          "'" + Printable.of(tag.get()) + "' is no tag",
          "use up to 128 letters, digits, '_', '.' and '-', beginning with a letter, digit or '_'");
    }
  }

  /** A repository and a tag. */
  public static ImageReference of(String repository, String tag) {
    return new ImageReference(repository, Optional.of(tag), Optional.empty());
  }

  /**
   * Parses a reference.
   *
   * @throws ParkaException [BadReference] or [BadDigest] if it is outside the grammar
   */
  public static ImageReference parse(String text) {
    Matcher matcher = REFERENCE.matcher(text);
    if (!matcher.matches()) {
      throw bad("'" + Printable.of(text) + "' is no image reference");
    }
    return new ImageReference(
        matcher.group("repository"),
        Optional.ofNullable(matcher.group("tag")),
        Optional.ofNullable(matcher.group("digest")).map(Digest::parse));
  }

  /** The repository's last part, such as {@code petstore}. */
  public String shortName() {
    return repository.substring(repository.lastIndexOf('/') + 1);
  }

  private static ParkaException bad(String fact) {
    return new ParkaException(
        SpecProblem.BAD_REFERENCE,
        fact,
        "use lower-case letters, digits, '.', '_' and '-' between slashes, as in"
            + " registry.acme.com/shop/petstore");
  }

  @Override
  public String toString() {
    return repository + tag.map(t -> ":" + t).orElse("") + digest.map(d -> "@" + d).orElse("");
  }
}
