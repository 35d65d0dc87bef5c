package dev.parka.verify.boot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes, whatever they say to it. */
final class Killing {

  private static final long SECONDS = 10;

  private Killing() {}

  /**
   * Ends a process and all that it has started, and waits for the end.
   *
   * @throws IOException if one cannot be killed
   */
  static void of(Process process) throws IOException {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    // In namespaces the first process takes all others with it.
    process.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
    boolean isInterrupted = Thread.interrupted();
    try {
      for (ProcessHandle handle : all) {
        isInterrupted |= awaitEnd(handle);
      }
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static boolean awaitEnd(ProcessHandle handle) throws IOException {
    boolean isInterrupted = false;
    while (true) {
      try {
        handle.onExit().get(SECONDS, TimeUnit.SECONDS);
        return isInterrupted;
      } catch (TimeoutException | ExecutionException e) {
        throw new IOException("process " + handle.pid() + " cannot be killed", e);
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
    }
  }
}
