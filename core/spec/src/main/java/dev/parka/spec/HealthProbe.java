package dev.parka.spec;

import dev.parka.runtime.ParkaException;
import java.time.Duration;
import java.util.List;

/**
 * A command that an engine runs in the container from time to time.
 *
 * @param command the program and its arguments
 * @param interval the time between two runs
 * @param timeout after which a run has failed
 * @param startPeriod after the start, in which failures do not count
 * @param retries failures in a row after which the container is unhealthy
 */
public record HealthProbe(
    List<String> command, Duration interval, Duration timeout, Duration startPeriod, int retries) {

  /**
   * Copies and checks.
   *
   * @throws ParkaException [BadHealthCheck] or [BadText]
   */
  public HealthProbe {
    command = List.copyOf(command);
    command.forEach(word -> Text.check("the health check's command", word));
    if (command.isEmpty() || !command.get(0).startsWith("/")) {
      throw bad("its command does not begin with an absolute path", "name a program of the image");
    }
    positive("interval", interval);
    positive("timeout", timeout);
    if (startPeriod.isNegative()) {
      throw bad("startPeriod is " + startPeriod.toSeconds() + " s", "use 0 or more");
    }
    if (retries < 1) {
      throw bad("retries is " + retries, "use 1 or more");
    }
  }

  private static void positive(String name, Duration value) {
    if (value.compareTo(Duration.ofSeconds(1)) < 0) {
      throw bad(name + " is " + value.toSeconds() + " s", "use 1 or more");
    }
  }

  private static ParkaException bad(String fact, String fix) {
    return new ParkaException(
        SpecProblem.BAD_HEALTH_CHECK, "the health check cannot work: " + fact, fix);
  }
}
