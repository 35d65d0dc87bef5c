package com.example.micronaut;

import dev.parka.annotations.ContainerImage;
import io.micronaut.runtime.Micronaut;

/** Starts the service on the port that the environment variable {@code PORT} names, or 8080. */
@ContainerImage(
    name = "weather",
    ports = 8080,
    jvmFlags = {"-XX:+UseSerialGC", "-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"})
public final class Weather {

  private Weather() {}

  /**
   * Serves until the JVM is told to end.
   *
   * @param arguments as Micronaut takes them
   */
  public static void main(String[] arguments) {
    Micronaut.run(Weather.class, arguments);
  }
}
