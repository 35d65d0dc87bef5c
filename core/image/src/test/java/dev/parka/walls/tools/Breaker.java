package dev.parka.walls.tools;

/** A stranger who uses archives. */
public final class Breaker {

  private Breaker() {}

  static Object breakIt() {
    return new org.apache.commons.compress.archivers.zip.ZipArchiveEntry("x");
  }
}
