package com.example.springweb;

import dev.parka.annotations.ContainerImage;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the application on the port that the environment variable {@code PORT} names, or 8080. */
@SpringBootApplication(proxyBeanMethods = false)
@ContainerImage(
    name = "greetings",
    ports = 8080,
    jvmFlags = {"-XX:+UseSerialGC", "-Xmx96m", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"})
public class Greetings {

  /** For Spring, which makes a bean of it. */
  Greetings() {}

  /**
   * Serves until the JVM is told to end.
   *
   * @param arguments as Spring Boot takes them
   */
  public static void main(String[] arguments) {
    SpringApplication.run(Greetings.class, arguments);
  }
}
