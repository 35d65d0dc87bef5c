package dev.parka.walls.annotations;

/** An annotation that depends on a library. */
public final class Breaker {

  private Breaker() {}

  static Object breakIt() {
    return new dev.parka.spec.UserId(0, 0);
  }
}
