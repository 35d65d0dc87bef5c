package dev.parka.registry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long a registry is waited for, and how often it is asked again.
 *
 * @param connect the time for a connection
 * @param answer the time for an answer without a blob, from the request's first byte to the
 *     answer's last
 * @param bytesPerSecond what a blob has to come or go with, on average, after {@code answer}
 * @param attempts how often something is tried that does not get on
 * @param pauses the times between attempts
 * @param sleeper who waits
 */
record Patience(
    Duration connect,
    Duration answer,
    long bytesPerSecond,
    int attempts,
    Pauses pauses,
    Sleeper sleeper) {

  static final Patience DEFAULT =
      new Patience(
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          16_384,
          5,
          new Pauses(Duration.ofMillis(500), Duration.ofSeconds(20), Duration.ofMinutes(2)),
          Sleeper.THREAD);

  /**
   * Times between attempts.
   *
   * @param first the one after the first failure; each further one is twice as long
   * @param longest none is longer
   * @param longestWish the longest one that a registry may ask for ({@code Retry-After})
   */
  record Pauses(Duration first, Duration longest, Duration longestWish) {

    /** The pause after so many failures; up to half of it is left to chance. */
    Duration after(int failures) {
      long full = first.toMillis() << Math.min(failures - 1, 20);
      long capped = Math.min(full, longest.toMillis());
      return Duration.ofMillis(
          capped - (capped < 2 ? 0 : ThreadLocalRandom.current().nextLong(capped / 2)));
    }
  }

  /** The time for a blob, from the request's first byte to the answer's last. */
  Duration forBlob(long bytes) {
    return answer.plusMillis(bytes * 1000 / bytesPerSecond);
  }
}
