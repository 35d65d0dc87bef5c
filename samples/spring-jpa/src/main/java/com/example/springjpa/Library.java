package com.example.springjpa;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the application on the port that the environment variable {@code PORT} names, or 8080. */
@SpringBootApplication
public class Library {

  /** For Spring, which makes a bean of it. */
  Library() {}

  /**
   * Serves until the JVM is told to end.
   *
   * @param arguments as Spring Boot takes them
   */
  public static void main(String[] arguments) {
    SpringApplication.run(Library.class, arguments);
  }
}
