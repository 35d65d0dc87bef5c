package dev.parka.runtime.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * A program that runs beside this one, and never longer: it is killed when this is closed, and when
 * this JVM dies, by whatever means.
 */
public final class WatchedProcess implements AutoCloseable {

  /**
   * Becomes the program. A child of it reads a pipe that this JVM holds, and kills the program when
   * the pipe breaks. The script is a constant; the command is its positional parameters.
   */
  private static final String GUARD =
      """
      exec 3<&0 </dev/null
      { read -r line <&3 || kill -KILL $$; } >/dev/null 2>&1 &
      exec 3<&-
      exec "$@"
      """;

  private final Process process;

  private WatchedProcess(Process process) {
    this.process = process;
  }

  static WatchedProcess start(ChildProcess program, Path output) throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", GUARD, "guard"));
    command.addAll(program.command());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    program.directory().ifPresent(path -> builder.directory(path.toFile()));
    program.adapt(builder.environment());
    return new WatchedProcess(builder.start());
  }

  /** Its number. */
  public long pid() {
    return process.pid();
  }

  /** Whether it has not ended. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for its end; empty if it still runs after that time. */
  public OptionalInt waitFor(Duration longest) throws InterruptedException {
    return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)
        ? OptionalInt.of(process.exitValue())
        : OptionalInt.empty();
  }

  /** Asks it to end (SIGTERM) and waits for that; empty if it still runs after that time. */
  public OptionalInt stop(Duration longest) throws InterruptedException {
    // Not destroy(), which closes the pipe as well and so has the guard kill it.
    process.toHandle().destroy();
    return waitFor(longest);
  }

  /** Kills it and what it started, if they still run. */
  @Override
  public void close() {
    List<ProcessHandle> descendants = process.descendants().toList();
    process.destroyForcibly().onExit().join();
    descendants.forEach(ProcessHandle::destroyForcibly);
  }
}
