package dev.parka.runtime.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A program to run to its end, with an empty standard input and no shell between.
 *
 * <p>It inherits the environment without the variables by which Java programs take options from
 * afar, and with {@code LC_ALL=C.UTF-8}: messages are English, and file names beyond ASCII keep
 * working, which they do not under {@code C}.
 *
 * @param command the program and its arguments
 * @param environment variables to set beside the inherited ones
 * @param timeout after which the program and its children are killed
 * @param directory where it runs; this process's own working directory when empty
 */
public record ChildProcess(
    List<String> command,
    SortedMap<String, String> environment,
    Duration timeout,
    Optional<Path> directory) {

  private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);

  /** Each changes what a JVM or a JDK tool does without a trace on its command line. */
  private static final List<String> SCRUBBED =
      List.of(
          "CLASSPATH",
          "JAVA_TOOL_OPTIONS",
          "JDK_AOT_VM_OPTIONS",
          "JDK_JAVAC_OPTIONS",
          "JDK_JAVA_OPTIONS",
          "_JAVA_OPTIONS");

  private static final int NOT_STARTED = 127;

  /** What a program may write before the rest is dropped: more than any message has. */
  private static final int OUTPUT_LIMIT = 16 << 20;

  /** Copies both. */
  public ChildProcess {
    command = List.copyOf(command);
    environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    if (command.isEmpty()) {
      throw new IllegalArgumentException("no program to run");
    }
  }

  /** Runs this command for at most ten minutes. */
  public static ChildProcess of(List<String> command) {
    return new ChildProcess(command, new TreeMap<>(), DEFAULT_TIMEOUT, Optional.empty());
  }

  /** Runs this command for at most ten minutes. */
  public static ChildProcess of(String... command) {
    return of(List.of(command));
  }

  /** The same with another time limit. */
  public ChildProcess within(Duration limit) {
    return new ChildProcess(command, environment, limit, directory);
  }

  /** The same with one more variable in its environment. */
  public ChildProcess with(String variable, String value) {
    SortedMap<String, String> more = new TreeMap<>(environment);
    more.put(variable, value);
    return new ChildProcess(command, more, timeout, directory);
  }

  /** The same in another working directory. */
  public ChildProcess in(Path workingDirectory) {
    return new ChildProcess(command, environment, timeout, Optional.of(workingDirectory));
  }

  /**
   * Starts the program and leaves it running until it is closed; both streams go to a file.
   *
   * @throws IOException if it cannot be started
   */
  public WatchedProcess start(Path output) throws IOException {
    return WatchedProcess.start(this, output);
  }

  /**
   * Runs the program and waits for its end, whatever that is. One that cannot be started ends with
   * 127, as under a shell, and the reason stands in its standard error.
   *
   * @throws UncheckedIOException if what it writes cannot be kept
   * @throws IllegalStateException if this thread is interrupted; the program is killed then
   */
  public ProcessResult run() {
    return run(this::await);
  }

  /**
   * Runs the program as {@link #run} does, and asks it to end (SIGTERM) if it still runs after this
   * time, as one that serves until it is stopped does. Only then the time limit counts: what has
   * not ended by then is killed.
   */
  public ProcessResult runFor(Duration longest) {
    return run(
        process -> {
          if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            List<ProcessHandle> descendants = process.descendants().toList();
            process.destroy();
            OptionalInt exitCode = await(process);
            descendants.forEach(ProcessHandle::destroy);
            return exitCode;
          }
          return OptionalInt.of(process.exitValue());
        });
  }

  private ProcessResult run(Waiting waiting) {
    try {
      Path out = Files.createTempFile("parka-", ".out");
      Path err = Files.createTempFile("parka-", ".err");
      try {
        // Files, not pipes: a grandchild that outlives the program can hold a pipe open for ever.
        Process process;
        try {
          process = builder(out, err).start();
        } catch (IOException e) {
          return new ProcessResult(
              command, OptionalInt.of(NOT_STARTED), "", String.valueOf(e.getMessage()));
        }
        OptionalInt exitCode = end(process, waiting);
        return new ProcessResult(command, exitCode, read(out), read(err));
      } finally {
        Files.deleteIfExists(out);
        Files.deleteIfExists(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProcessBuilder builder(Path out, Path err) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    directory.ifPresent(path -> builder.directory(path.toFile()));
    adapt(builder.environment());
    return builder;
  }

  /** Makes what this process has inherited what the program gets. */
  void adapt(Map<String, String> inherited) {
    SCRUBBED.forEach(inherited::remove);
    inherited.put("LC_ALL", "C.UTF-8");
    inherited.putAll(environment);
  }

  private OptionalInt await(Process process) throws InterruptedException {
    return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)
        ? OptionalInt.of(process.exitValue())
        : OptionalInt.empty();
  }

  private OptionalInt end(Process process, Waiting waiting) {
    try {
      return waiting.await(process);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + command.get(0), e);
    } finally {
      if (process.isAlive()) {
        // A shell that outlives its children writes about their deaths: it goes first.
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroyForcibly().onExit().join();
        descendants.forEach(ProcessHandle::destroyForcibly);
      }
    }
  }

  private static String read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(OUTPUT_LIMIT), StandardCharsets.UTF_8);
    }
  }

  /** Waits for the end of a program; empty if it is to be killed. */
  private interface Waiting {
    OptionalInt await(Process process) throws InterruptedException;
  }
}
