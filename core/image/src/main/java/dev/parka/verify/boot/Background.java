package dev.parka.verify.boot;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** What is done beside everything else, once. */
final class Background<T> {

  private final FutureTask<T> task;

  private Background(FutureTask<T> task) {
    this.task = task;
  }

  /** Begins; returns at once. */
  static <T> Background<T> begin(String name, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return new Background<>(task);
  }

  /** Waits for what came of it. */
  T get() throws ExecutionException, InterruptedException {
    return task.get();
  }

  /** Waits for its end, however it ends. */
  void awaitEnd() {
    boolean isInterrupted = false;
    while (!task.isDone()) {
      try {
        task.get();
      } catch (InterruptedException e) {
        isInterrupted = true;
      } catch (ExecutionException e) {
        // Whoever wants what it was to give is told.
        break;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
