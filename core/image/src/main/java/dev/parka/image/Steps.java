package dev.parka.image;

import dev.parka.runtime.ParkaException;
import java.io.IOException;
import java.time.Duration;

/**
 * Runs the steps of a build and tells a listener of each and how long it took.
 *
 * @param listener who is told
 */
record Steps(BuildListener listener) {

  /** What a step does. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /**
   * Runs one step.
   *
   * @throws ParkaException [CannotRead] if the disk fails
   */
  <T> T run(BuildEvent.Step step, Work<T> work) {
    listener.on(new BuildEvent.Started(step));
    long start = System.nanoTime();
    T result;
    try {
      result = work.run();
    } catch (IOException e) {
      throw new ParkaException(
          ImageProblem.CANNOT_READ,
          step + " failed: " + e.getMessage(),
          "check the file and the room that is left on the disk",
          e);
    }
    listener.on(new BuildEvent.Finished(step, Duration.ofNanos(System.nanoTime() - start)));
    return result;
  }
}
