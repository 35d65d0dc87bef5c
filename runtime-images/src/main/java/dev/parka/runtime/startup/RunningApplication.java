package dev.parka.runtime.startup;

import dev.parka.runtime.process.WatchedProcess;
import java.time.Duration;

/** An application while it is trained. */
public final class RunningApplication {

  private final WatchedProcess process;

  RunningApplication(WatchedProcess process) {
    this.process = process;
  }

  /** The number of its process. */
  public long pid() {
    return process.pid();
  }

  /** Whether it has not ended. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for it to end by itself; false if it still runs after that time. */
  public boolean endsWithin(Duration longest) throws InterruptedException {
    return process.waitFor(longest).isPresent();
  }
}
