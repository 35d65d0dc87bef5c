package dev.parka.walls.runtime;

/** A run-time image that knows a specification. */
public final class Breaker {

  private Breaker() {}

  static Object digest() {
    return new dev.parka.spec.UserId(0, 0);
  }
}
