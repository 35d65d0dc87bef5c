package dev.parka.walls.oci;

/** Layers that know the facade. */
public final class Breaker {

  private Breaker() {}

  static Object breakIt() {
    return dev.parka.image.BuildListener.SILENT;
  }
}
