package dev.parka.walls.image;

/** A facade that knows the command line. */
public final class Breaker {

  private Breaker() {}

  static Object breakIt() {
    dev.parka.cli.Main.main(new String[0]);
    return "";
  }
}
