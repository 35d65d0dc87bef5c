package dev.parka.walls.verify;

/** A verification that goes and fetches the image. */
public final class Breaker {

  private Breaker() {}

  static Object breakIt() {
    return dev.parka.registry.RegistryOptions.ofThisUser();
  }
}
