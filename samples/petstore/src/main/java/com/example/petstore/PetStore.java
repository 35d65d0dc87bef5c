package com.example.petstore;

import dev.parka.annotations.ContainerImage;
import dev.parka.annotations.Label;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** Starts the pet store on the port that the environment variable {@code PORT} names, or 8080. */
@ContainerImage(
    name = "petstore",
    ports = 8080,
    // A fixed collector and heap make the same start-up archive on every machine; what the JVM
    // would write to /tmp for jps is of no use in a container.
    jvmFlags = {
      "-XX:+UseSerialGC",
      "-Xmx64m",
      "-XX:-UsePerfData",
      "-XX:+ExitOnOutOfMemoryError",
    },
    labels = {
      @Label(key = "org.opencontainers.image.title", value = "Pet store"),
      @Label(key = "org.opencontainers.image.licenses", value = "Apache-2.0"),
    })
public final class PetStore {

  private static final String DEFAULT_PORT = "8080";

  private PetStore() {}

  /**
   * Serves until the JVM is told to end.
   *
   * @param arguments none are looked at
   * @throws IOException if the port is taken
   */
  public static void main(String[] arguments) throws IOException {
    LineLog log = new LineLog(System.out).install();
    PetServer server = PetServer.start(port(System.getenv().getOrDefault("PORT", DEFAULT_PORT)));
    log.publish(new LogRecord(Level.INFO, "open on port " + server.port()));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  // Loggers have a shutdown hook of their own and may be closed by now.
                  log.publish(new LogRecord(Level.INFO, "closed"));
                },
                "close"));
  }

  /**
   * Reads a port.
   *
   * @throws IllegalArgumentException if it is no number from 0 to 65535
   */
  static int port(String value) {
    if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 0xffff) {
      throw new IllegalArgumentException("PORT is '" + value + "', not a number from 0 to 65535");
    }
    return Integer.parseInt(value);
  }
}
