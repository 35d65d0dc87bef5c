package dev.parka.verify.boot;

import dev.parka.spec.StopSignal;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A started image; closing it leaves no process behind. */
abstract class BootedProcess implements AutoCloseable {

  private static final int SIGNALLED = 128;
  private static final Map<String, Integer> NUMBERS =
      Map.of("HUP", 1, "INT", 2, "QUIT", 3, "KILL", 9, "USR1", 10, "USR2", 12, "TERM", 15);

  private final Process process;
  private final Optional<OutputLog> output;
  private final long startedAt = System.nanoTime();

  /**
   * Watches a process.
   *
   * @param isHeard whether what it prints is kept; else it goes where it goes
   */
  BootedProcess(Process process, boolean isHeard) {
    this.process = process;
    this.output = isHeard ? Optional.of(new OutputLog(process.getInputStream())) : Optional.empty();
  }

  final Process process() {
    return process;
  }

  final Duration age() {
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }

  /** Waits for the end. */
  final boolean hasEndedWithin(Duration time) throws InterruptedException {
    return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  final int exitCode() {
    return process.exitValue();
  }

  final Optional<OutputLog> output() {
    return output;
  }

  /** The last lines that it printed. */
  final List<String> tail() throws InterruptedException {
    return output.isEmpty() ? List.of() : output.get().tail();
  }

  /** The process that all others of a namespace end with. */
  abstract long guard() throws CannotStart;

  /** The application. */
  abstract long application() throws CannotStart;

  /** Whether it listens at a port, as far as that can be told without connecting. */
  Optional<Boolean> listens(int port) {
    return Optional.empty();
  }

  /** Files of the image that the application has mapped; nothing where nobody may look. */
  Set<String> mapped() {
    return Set.of();
  }

  /** Sends a signal to the application, whatever stands between it and this process. */
  abstract void signal(StopSignal signal) throws CannotStart, IOException, InterruptedException;

  /** A program of the image, about to be run beside the application. */
  abstract ProcessBuilder enter(String program, List<String> arguments)
      throws CannotStart, IOException;

  /** Whether an exit code is one of an application that heeded the signal. */
  static boolean isCleanEnd(int exitCode, StopSignal signal) {
    int number =
        signal.value().startsWith("SIG")
            ? NUMBERS.getOrDefault(name(signal), -1)
            : Integer.parseInt(signal.value());
    return exitCode == 0 || exitCode == SIGNALLED + number;
  }

  static String name(StopSignal signal) {
    String value = signal.value();
    return value.equals("15") ? "TERM" : value.startsWith("SIG") ? value.substring(3) : value;
  }

  /** Ends the process and all that it has started. */
  @Override
  public void close() throws IOException {
    if (!process.isAlive()) {
      // Tells the child that waits for the end of this JVM that all is over.
      try (OutputStream input = process.getOutputStream()) {
        input.write('\n');
      } catch (IOException e) {
        // It has gone by itself.
        process.destroyForcibly();
      }
    }
    Killing.of(process);
  }
}
