package dev.parka.verify.boot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Ends processes, whatever they say to it. */
final class Killing {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);
  private static final long POLL = TimeUnit.MILLISECONDS.toNanos(1);

  private Killing() {}

  /**
   * Ends a process and all that it has started, and waits for the end.
   *
   * @throws IOException if one cannot be killed
   */
  static void of(Process process) throws IOException {
    // One that has ended has none any more.
    List<ProcessHandle> all =
        process.isAlive() ? new ArrayList<>(process.descendants().toList()) : new ArrayList<>();
    all.add(process.toHandle());
    // In namespaces the first process takes all others with it.
    process.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
    boolean isInterrupted = Thread.interrupted();
    try {
      long deadline = System.nanoTime() + PATIENCE;
      for (ProcessHandle handle : all) {
        isInterrupted |= awaitEnd(handle, deadline);
      }
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** A JVM that waits for who is no child of its own looks only every 300 ms. */
  private static boolean awaitEnd(ProcessHandle handle, long deadline) throws IOException {
    boolean isInterrupted = false;
    while (handle.isAlive()) {
      if (System.nanoTime() > deadline) {
        throw new IOException("process " + handle.pid() + " cannot be killed");
      }
      LockSupport.parkNanos(POLL);
      isInterrupted |= Thread.interrupted();
    }
    return isInterrupted;
  }
}
