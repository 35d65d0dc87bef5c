package dev.parka.registry;

import dev.parka.runtime.ParkaException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Does work a few pieces at a time; the first that fails stops the others. */
final class SideBySide {

  /** What container engines do, too; more would make a busy registry refuse. */
  static final int MOST = 4;

  private SideBySide() {}

  /**
   * Does all of it; answers what the pieces answer, as they end.
   *
   * @throws IOException that a piece threw
   * @throws ParkaException that a piece threw
   */
  static <T> List<T> run(List<Callable<T>> pieces) throws IOException {
    if (pieces.isEmpty()) {
      return List.of();
    }
    ExecutorService threads =
        Executors.newFixedThreadPool(Math.min(MOST, pieces.size()), SideBySide::thread);
    try {
      CompletionService<T> work = new ExecutorCompletionService<>(threads);
      pieces.forEach(work::submit);
      List<T> done = new ArrayList<>();
      while (done.size() < pieces.size()) {
        done.add(work.take().get());
      }
      return done;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedWork();
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "parka-transfer");
    thread.setDaemon(true);
    return thread;
  }

  private static IOException rethrown(@Nullable Throwable failure) {
    if (failure instanceof RuntimeException known) {
      throw known;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof IOException known ? known : new IOException(failure);
  }
}
