package dev.parka.runtime.trace;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.modules.ModuleCatalog;
import dev.parka.runtime.process.ChildProcess;
import dev.parka.runtime.process.ProcessResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs applications on a JDK and records what they load.
 *
 * @param catalog the modules of the JDK that runs them
 */
public record TraceRecorder(ModuleCatalog catalog) {

  /** For shutdown hooks, which load classes too. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  /**
   * Runs an application as this user, in this directory, with all that it does to the world.
   *
   * @param longest after this time it is asked to end (SIGTERM), as applications that serve until
   *     they are stopped must be; it is killed if that does not help within half a minute
   * @throws ParkaException [BadTrace] if the run left no log, as when a JVM flag is wrong; with the
   *     command and what it wrote
   * @throws UncheckedIOException if there is no room for the log
   */
  public RecordedRun record(TracedApplication application, Duration longest) {
    return record(application, longest, log -> {});
  }

  /**
   * The same, and the log stays: it appears whole or not at all, and only if it can be read.
   *
   * @throws ParkaException [CannotWrite] if it cannot be there, before anything runs; [BadTrace]
   */
  public RecordedRun record(TracedApplication application, Duration longest, Path kept) {
    try (KeptLog place = KeptLog.at(kept)) {
      return record(application, longest, place::keep);
    }
  }

  private RecordedRun record(
      TracedApplication application, Duration longest, Consumer<Path> keeper) {
    try {
      Path folder = Files.createTempDirectory("parka-trace-");
      Path log = folder.resolve("run.log");
      try {
        RecordedRun run = run(application, longest, log);
        keeper.accept(log);
        return run;
      } finally {
        Files.deleteIfExists(log);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RecordedRun run(TracedApplication application, Duration longest, Path log) {
    Path java = catalog.jdk().tool("java");
    // In quotation marks, as a path may have colons.
    List<String> command = application.command(java, TraceProblems.logFlag("\"" + log + "\""));
    ProcessResult ending = ChildProcess.of(command).within(GRACE).runFor(longest);
    if (!Files.exists(log)) {
      throw new ParkaException(
          RuntimeProblem.BAD_TRACE,
          "the run left no log: " + ending.describe(),
          "mend what it complains of, and run it again");
    }
    return new RecordedRun(Trace.read(log, catalog), ending);
  }
}
