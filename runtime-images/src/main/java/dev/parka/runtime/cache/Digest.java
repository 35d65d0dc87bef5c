package dev.parka.runtime.cache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 digest. */
public final class Digest {

  private static final int BUFFER = 1 << 16;

  private final byte[] bytes;

  private Digest(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The digest of some bytes. */
  public static Digest of(byte[] content) {
    return new Digest(Sha256.begin().digest(content));
  }

  /**
   * The digest of a file's content.
   *
   * @throws IOException if it cannot be read
   */
  public static Digest of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in);
    }
  }

  /**
   * The digest of what is left of a stream, which stays open.
   *
   * @throws IOException if it cannot be read
   */
  public static Digest of(InputStream in) throws IOException {
    MessageDigest digest = Sha256.begin();
    byte[] buffer = new byte[BUFFER];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      digest.update(buffer, 0, count);
    }
    return new Digest(digest.digest());
  }

  /**
   * The digest that a hexadecimal number stands for.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Digest parse(String hex) {
    return new Digest(HexFormat.of().parseHex(hex));
  }

  /** Begins a digest of several parts. */
  public static Parts parts() {
    return new Parts();
  }

  byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Digest digest && Arrays.equals(bytes, digest.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The digest as a hexadecimal number. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }

  /** Parts, none of which can be taken for another: each goes in after its length. */
  public static final class Parts {
    private final MessageDigest digest = Sha256.begin();

    private Parts() {}

    /** Adds some bytes. */
    public Parts add(byte[] part) {
      digest.update((part.length + ":").getBytes(StandardCharsets.US_ASCII));
      digest.update(part);
      return this;
    }

    /** Adds the text of anything. */
    public Parts add(Object part) {
      return add(part.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Adds several of something, their number first. */
    public Parts addAll(Iterable<?> all) {
      int count = 0;
      for (Object part : all) {
        add(part);
        count++;
      }
      return add("end of " + count);
    }

    /** The digest of all of them. */
    public Digest digest() {
      return new Digest(digest.digest());
    }
  }
}
