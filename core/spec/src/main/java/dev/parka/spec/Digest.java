package dev.parka.spec;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The SHA-256 digest of some bytes, as the OCI image specification writes it.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Digest(String hex) implements Comparable<Digest> {

  private static final String PREFIX = "sha256:";
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  /**
   * Checks the digits.
   *
   * @throws ParkaException [BadDigest] if they are no SHA-256 digest
   */
  public Digest {
    if (!HEX.matcher(hex).matches()) {
      throw bad(hex);
    }
  }

  /**
   * Parses text such as {@code sha256:9f86…}.
   *
   * @throws ParkaException [BadDigest] if it is something else
   */
  public static Digest parse(String text) {
    if (!text.startsWith(PREFIX)) {
      throw bad(text);
    }
    return new Digest(text.substring(PREFIX.length()));
  }

  /** The digest of 32 bytes that a hash function gave. */
  public static Digest of(byte[] sha256) {
    return new Digest(HexFormat.of().formatHex(sha256));
  }

  private static ParkaException bad(String text) {
    return new ParkaException(
        SpecProblem.BAD_DIGEST,
        "'" + Printable.of(text) + "' is no digest",
        "write sha256: and 64 hexadecimal digits in lower case");
  }

  @Override
  public int compareTo(Digest other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return PREFIX + hex;
  }
}
