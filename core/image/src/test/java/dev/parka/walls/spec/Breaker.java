package dev.parka.walls.spec;

/** A specification that knows a plan, and a library that is none of its business. */
public final class Breaker {

  private Breaker() {}

  static Object breakIt() {
    return dev.parka.plan.ImageFiles.named("x");
  }

  static Object library() {
    return new picocli.CommandLine(new Object());
  }
}
