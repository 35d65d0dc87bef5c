package dev.parka.runtime.cache;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Where a SHA-256 that is fed piece by piece begins. */
public final class Sha256 {

  private Sha256() {}

  /** Begins one. */
  public static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
