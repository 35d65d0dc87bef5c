package dev.parka.registry;

import java.time.Duration;

/** Waits. */
@FunctionalInterface
interface Sleeper {

  /** Waits on the current thread. */
  Sleeper THREAD = pause -> Thread.sleep(pause.toMillis());

  /** Waits so long. */
  void sleep(Duration pause) throws InterruptedException;
}
