package dev.parka.walls.tools;

/** A stranger who uses archives and registries. */
public final class Breaker {

  private Breaker() {}

  static Object breakIt() {
    return new org.apache.commons.compress.archivers.zip.ZipArchiveEntry("x");
  }

  static Object breakItAsWell() {
    return com.google.cloud.tools.jib.api.LogEvent.info("x");
  }
}
