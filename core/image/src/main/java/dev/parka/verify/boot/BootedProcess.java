package dev.parka.verify.boot;

import dev.parka.spec.StopSignal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A started image; closing it leaves no process behind. */
final class BootedProcess implements AutoCloseable {

  private static final long KILL_SECONDS = 10;
  private static final int SIGNALLED = 128;
  private static final Map<String, Integer> NUMBERS =
      Map.of("HUP", 1, "INT", 2, "QUIT", 3, "KILL", 9, "USR1", 10, "USR2", 12, "TERM", 15);

  private final Process process;
  private final OutputTail output;
  private final boolean isGuarded;
  private final long startedAt = System.nanoTime();

  private BootedProcess(Process process, boolean isGuarded) {
    this.process = process;
    this.isGuarded = isGuarded;
    this.output = new OutputTail(process.getInputStream());
  }

  /**
   * Starts a command.
   *
   * @param isGuarded whether it runs in namespaces, behind {@link Scripts#GUARD}
   */
  static BootedProcess start(List<String> command, boolean isGuarded) throws IOException {
    return new BootedProcess(HostTools.process(command).start(), isGuarded);
  }

  Duration age() {
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }

  /** Waits for the end. */
  boolean hasEndedWithin(Duration time) throws InterruptedException {
    return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  int exitCode() {
    return process.exitValue();
  }

  List<String> output() throws InterruptedException {
    return output.lines();
  }

  /** Sends a signal to the application, whatever stands between it and this process. */
  void signal(StopSignal signal) throws CannotStart, IOException, InterruptedException {
    Optional<ProcessHandle> application = application();
    if (application.isEmpty()) {
      return;
    }
    String name = name(signal);
    if (name.equals("TERM")) {
      application.get().destroy();
      return;
    }
    String pid = String.valueOf(application.get().pid());
    List<String> kill =
        List.of(HostTools.find("sh"), "-c", "kill -s \"$1\" \"$2\"", "kill", name, pid);
    HostTools.process(kill).start().waitFor();
  }

  /** Whether an exit code is one of an application that heeded the signal. */
  static boolean isCleanEnd(int exitCode, StopSignal signal) {
    int number =
        signal.value().startsWith("SIG")
            ? NUMBERS.getOrDefault(name(signal), -1)
            : Integer.parseInt(signal.value());
    return exitCode == 0 || exitCode == SIGNALLED + number;
  }

  private static String name(StopSignal signal) {
    String value = signal.value();
    return value.equals("15") ? "TERM" : value.startsWith("SIG") ? value.substring(3) : value;
  }

  /** Behind the guard there is its reader, which has no child, and unshare, which has one. */
  private Optional<ProcessHandle> application() {
    if (!isGuarded) {
      return Optional.of(process.toHandle());
    }
    return process
        .children()
        .flatMap(ProcessHandle::children)
        .flatMap(ProcessHandle::children)
        .findFirst();
  }

  @Override
  public void close() throws IOException {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    if (!isGuarded && !process.isAlive()) {
      // Tells the child that waits for the end of this JVM that all is over.
      try (var input = process.getOutputStream()) {
        input.write('\n');
      } catch (IOException e) {
        all.add(process.toHandle());
      }
    }
    // In namespaces the first process takes all others with it.
    process.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle handle : all) {
      try {
        handle.onExit().get(KILL_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException | ExecutionException e) {
        throw new IOException("process " + handle.pid() + " cannot be killed", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
