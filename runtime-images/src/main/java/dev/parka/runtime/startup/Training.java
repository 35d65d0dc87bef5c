package dev.parka.runtime.startup;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A run of the application that shows what it loads. It is run in the image's run-time image, on
 * this machine, as this user, with all that it does to the world.
 *
 * @param name what the training does, in a few words; with another name an archive is made anew
 * @param action what is done while the application runs
 * @param environment variables for this run, before those of the image
 * @param longest after which the training has failed
 */
public record Training(
    String name, Action action, SortedMap<String, String> environment, Duration longest) {

  private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

  /** Copies the environment. */
  public Training {
    environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
  }

  /** What is done with an application that runs; afterwards it is asked to end (SIGTERM). */
  @FunctionalInterface
  public interface Action {

    /**
     * Sees that the application can be driven, before it is started.
     *
     * @throws Exception if it cannot
     */
    default void prepare() throws Exception {}

    /**
     * Drives the application.
     *
     * @throws Exception if it does not do what it should; the training has failed then
     */
    void drive(RunningApplication application) throws Exception;
  }

  /** A training that does this, such as what a test does with a running server. */
  public static Training of(String name, Action action) {
    return new Training(name, action, new TreeMap<>(), TWO_MINUTES);
  }

  /** Waits until the application ends by itself, which it must with exit code 0. */
  public static Training toItsEnd() {
    return of(
        "run to its end",
        application -> {
          if (!application.endsWithin(TWO_MINUTES)) {
            throw new IllegalStateException(
                "still running after " + TWO_MINUTES.toSeconds() + " s");
          }
        });
  }

  /**
   * Asks a server on this machine until it answers with a success (2xx), then stops it.
   *
   * @param port where it listens
   * @param path such as {@code /health}
   */
  public static Training http(int port, String path) {
    HttpRequest request = new HttpRequest(port, path);
    return of("GET " + request, request);
  }

  /** The same with one more variable, such as the number of a port that is free here. */
  public Training with(String variable, String value) {
    SortedMap<String, String> more = new TreeMap<>(environment);
    more.put(variable, value);
    return new Training(name, action, more, longest);
  }
}
