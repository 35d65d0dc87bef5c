package dev.parka.runtime.startup;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.process.ChildProcess;
import dev.parka.runtime.process.ProcessResult;
import dev.parka.runtime.process.WatchedProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs an application for its training; nothing of it is left when this comes back.
 *
 * @param commands what runs it
 * @param scratch a directory for what it writes
 */
record TrainingRun(ArchiveCommands commands, Path scratch) {

  private static final Duration GRACE = Duration.ofSeconds(60);

  /** A JVM that was asked to end (SIGTERM) ends with this. */
  private static final int TERMINATED = 128 + 15;

  private static final int OUTPUT_LIMIT = 16 << 10;

  /**
   * Runs it with these flags, which record something.
   *
   * @throws ParkaException [TrainingFailed] if the application or the training did
   * @throws IOException if the disk fails
   */
  void run(Training training, List<String> flags) throws IOException {
    ChildProcess program = commands.run(flags);
    for (Map.Entry<String, String> variable : training.environment().entrySet()) {
      program = program.with(variable.getKey(), variable.getValue());
    }
    Path output = scratch.resolve("training.log");
    Files.writeString(output, "");
    Ending ending = run(training, program, output);
    if (ending.failure() != null) {
      throw new ParkaException(
          RuntimeProblem.TRAINING_FAILED,
          "the training '"
              + training.name()
              + "' failed: "
              + ending.failure()
              + "\n"
              + new ProcessResult(program.command(), ending.exitCode(), read(output), "")
                  .describe(),
          "mend what it complains of, or give a list of classes");
    }
  }

  /** How it ended, and what went wrong. */
  private record Ending(OptionalInt exitCode, @Nullable String failure) {}

  private static Ending run(Training training, ChildProcess program, Path output)
      throws IOException {
    try {
      String unfit = attempt(() -> training.action().prepare(), training.longest());
      if (unfit != null) {
        return new Ending(OptionalInt.empty(), unfit);
      }
      try (WatchedProcess process = program.start(output)) {
        RunningApplication application = new RunningApplication(process);
        String failure = attempt(() -> training.action().drive(application), training.longest());
        OptionalInt end = process.stop(failure == null ? GRACE : Duration.ZERO);
        return new Ending(end, failure == null ? badEnd(end) : failure);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Ending(OptionalInt.empty(), "it was interrupted");
    }
  }

  private static @Nullable String badEnd(OptionalInt end) {
    if (end.isEmpty()) {
      return "it did not end within " + GRACE.toSeconds() + " s of being asked to (SIGTERM)";
    }
    boolean good = end.getAsInt() == 0 || end.getAsInt() == TERMINATED;
    return good ? null : "it ended with exit code " + end.getAsInt();
  }

  private interface Step {
    void run() throws Exception;
  }

  /** Does something for that long at most; what went wrong, or null. */
  private static @Nullable String attempt(Step step, Duration longest) throws InterruptedException {
    FutureTask<Boolean> task =
        new FutureTask<>(
            () -> {
              step.run();
              return true;
            });
    Thread thread = new Thread(task, "parka-training");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(longest.toMillis(), TimeUnit.MILLISECONDS) ? null : "nothing was done";
    } catch (TimeoutException e) {
      return "it took more than " + longest.toSeconds() + " s";
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    } finally {
      task.cancel(true);
    }
  }

  private static String read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(OUTPUT_LIMIT), StandardCharsets.UTF_8);
    }
  }
}
