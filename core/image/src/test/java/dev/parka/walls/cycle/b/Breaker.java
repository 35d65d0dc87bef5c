package dev.parka.walls.cycle.b;

/** One half of a cycle. */
public final class Breaker {

  /** The other half. */
  public dev.parka.walls.cycle.a.Breaker other;
}
