package dev.parka.verify.boot;

import dev.parka.verify.boot.BootResult.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Starts an image to see whether it does what it must, and ends. Whoever looks at the image first
 * has it unpacked meanwhile.
 */
public final class Booter implements AutoCloseable {

  private final ImageStart start;

  private Booter(ImageStart start) {
    this.start = start;
  }

  /**
   * Begins to unpack an image that will be started if nothing is wrong with it; returns at once.
   * Closing removes what was unpacked.
   *
   * @throws IOException if this machine's disk fails
   */
  public static Booter prepare(StoredImage image, BootPlan plan) throws IOException {
    ImageStart start = new ImageStart(image, plan, true);
    try {
      start.prepare();
    } catch (CannotStart e) {
      // It will be said when it is started.
      start.close();
    }
    return new Booter(start);
  }

  /**
   * Starts an image, asks what the plan's probe says, and stops it.
   *
   * @throws dev.parka.runtime.ParkaException if a layer is hostile or damaged
   * @throws IOException if this machine's disk fails, or a process cannot be killed
   */
  public static BootResult boot(StoredImage image, BootPlan plan) throws IOException {
    try (Booter booter = prepare(image, plan)) {
      return booter.boot();
    }
  }

  /** Starts it, once, asks what the plan's probe says, and stops it. */
  public BootResult boot() throws IOException {
    try {
      return boot(start);
    } catch (CannotStart.PortTaken e) {
      return unstarted(start, Outcome.PORT_TAKEN, e.reason());
    } catch (CannotStart e) {
      return unstarted(start, Outcome.CANNOT_START, e.reason());
    } catch (InterruptedException e) {
      throw Failures.interrupted(e);
    }
  }

  @Override
  public void close() throws IOException {
    start.close();
  }

  private static BootResult boot(ImageStart start)
      throws CannotStart, IOException, InterruptedException {
    RunningImage image = start.start();
    BootRun.Watched watched;
    try {
      watched = new BootRun(image, image.started()).watch();
    } finally {
      image.kill();
    }
    BootRun.Seen seen = watched.seen();
    BootResult.Run run =
        new BootResult.Run(
            image.user(),
            seen.answeredAfter(),
            seen.exitCode(),
            seen.reason(),
            image.process().tail(),
            watched.mapped());
    return new BootResult(
        image.isolation(), image.started().probe(), seen.outcome(), run, image.notes());
  }

  private static BootResult unstarted(ImageStart start, Outcome outcome, String reason) {
    BootResult.Run run =
        new BootResult.Run(start.user(), Optional.empty(), OptionalInt.empty(), reason, List.of());
    return new BootResult(start.isolation(), start.probe(), outcome, run, start.notes());
  }
}
