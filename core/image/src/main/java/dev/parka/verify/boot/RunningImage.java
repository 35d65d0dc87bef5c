package dev.parka.verify.boot;

import dev.parka.runtime.ParkaException;
import dev.parka.verify.boot.BootResult.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * An image that was started. Closing it tells it to end, as an engine would, kills it if it does
 * not, and leaves no process, no mount and no file; so does the end of this JVM, however it comes.
 */
public final class RunningImage implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final int KILLED = 137;

  private final BootedProcess process;
  private final MappedPorts ports;
  private final Started started;
  private final TemporaryDirectory temporary;
  private boolean isClosed;

  RunningImage(
      BootedProcess process, MappedPorts ports, Started started, TemporaryDirectory temporary) {
    this.process = process;
    this.ports = ports;
    this.started = started;
    this.temporary = temporary;
  }

  /**
   * Starts an image, and waits until it does what the plan's probe asks; by default until it
   * accepts a connection at its first TCP port, and not at all if it has none.
   *
   * @throws ParkaException [CannotStart] or [NotReady], with the last lines that it printed;
   *     nothing is left then
   * @throws IOException if this machine's disk fails, or a process cannot be killed
   */
  public static RunningImage start(StoredImage image, BootPlan plan) throws IOException {
    RunningImage running = launch(image, plan, true);
    boolean isReady = false;
    try {
      running.requireReady();
      isReady = true;
      return running;
    } finally {
      if (!isReady) {
        running.kill();
      }
    }
  }

  /**
   * Starts an image whose output goes where that of this JVM goes, and does not wait.
   *
   * @throws ParkaException [CannotStart]
   * @throws IOException if this machine's disk fails
   */
  public static RunningImage startInForeground(StoredImage image, BootPlan plan)
      throws IOException {
    return launch(image, plan, false);
  }

  private static RunningImage launch(StoredImage image, BootPlan plan, boolean isHeard)
      throws IOException {
    try {
      return new ImageStart(image, ready(image, plan), Use.running(isHeard)).start();
    } catch (CannotStart e) {
      throw Failures.cannotStart(e);
    } catch (InterruptedException e) {
      throw Failures.interrupted(e);
    }
  }

  private static BootPlan ready(StoredImage image, BootPlan plan) {
    if (plan.probe().isPresent()) {
      return plan;
    }
    OptionalInt port = ProbeChoice.ports(image.config().container()).min();
    return plan.withProbe(port.isPresent() ? new Probe.Tcp(port.getAsInt()) : new Probe.Launch());
  }

  private void requireReady() throws IOException {
    try {
      BootRun.Seen seen = new BootRun(this, started).untilReady();
      if (seen.outcome() != Outcome.BOOTED) {
        throw Failures.notReady(started, seen, process.tail());
      }
    } catch (InterruptedException e) {
      throw Failures.interrupted(e);
    }
  }

  /** What it is kept in. */
  public Isolation isolation() {
    return started.place().isolation();
  }

  /** The network that it has. */
  public Network network() {
    return started.place().network();
  }

  /** Who runs it, such as {@code 65532:65532}. */
  public String user() {
    return started.place().user();
  }

  /** What a reader should know of how it was started: above all what could not be had. */
  public List<String> notes() {
    return started.notes();
  }

  /** Ports of this machine's loopback address by those of the image, as far as they are mapped. */
  public SortedMap<Integer, Integer> ports() {
    return ports.known();
  }

  /**
   * The port of this machine's loopback address that leads to a port of the image; it is mapped if
   * it was not.
   */
  public int port(int inner) {
    try {
      return ports.port(inner);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The port of this machine's loopback address that leads to the first port that the image says it
   * listens to.
   *
   * @throws ParkaException [NoPort] if it says none
   */
  public int port() {
    return port(started.programs().firstPort().orElseThrow(Failures::noPort));
  }

  /** The address of a path at the image's first port, such as {@code http://127.0.0.1:40123/}. */
  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  /** Whether anybody can connect to its ports; else it can only be looked up who listens. */
  boolean isReached() {
    return ports.areReached();
  }

  /** Whether anybody accepts a connection at a port of the image. */
  public boolean accepts(int inner) {
    return ports.accepts(inner);
  }

  /** The whole lines that it has printed so far; of very many the last ones. */
  public List<String> log() {
    return process.output().map(OutputLog::lines).orElse(List.of());
  }

  /**
   * Waits for a line, among those that it has printed before, too.
   *
   * @param pattern a regular expression that is found in the line
   * @return the whole line
   * @throws ParkaException [NoSuchLine] if none comes in time, or it ends
   */
  public String awaitLine(String pattern, Duration timeout) {
    return process
        .output()
        .flatMap(log -> await(log, Pattern.compile(pattern), timeout))
        .orElseThrow(() -> Failures.noSuchLine(pattern, timeout, log()));
  }

  private static Optional<String> await(OutputLog log, Pattern pattern, Duration timeout) {
    try {
      return log.await(pattern, timeout);
    } catch (InterruptedException e) {
      throw new UncheckedIOException(Failures.interrupted(e));
    }
  }

  /**
   * Runs the image's java with other arguments beside the application: in the same root directory
   * and namespaces, as the same user, with the same variables. Waits a minute for its end.
   *
   * @throws ParkaException [CannotExec] if the application has ended, or there is no java
   */
  public ExecResult exec(String... arguments) {
    return exec(Arrays.asList(arguments), PATIENCE);
  }

  /** The same with another time to wait. */
  public ExecResult exec(List<String> arguments, Duration timeout) {
    try {
      return Exec.run(process, started.programs().java(), arguments, timeout);
    } catch (CannotStart e) {
      throw Failures.cannotExec(e);
    } catch (InterruptedException e) {
      throw new UncheckedIOException(Failures.interrupted(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it still runs. */
  public boolean isRunning() {
    return process.process().isAlive();
  }

  /** How it ended, if it has: 128 and the signal's number if by a signal. */
  public OptionalInt exitCode() {
    return isRunning() ? OptionalInt.empty() : OptionalInt.of(process.exitCode());
  }

  /**
   * Waits for its end; answers with the exit code.
   *
   * @throws ParkaException [StillRunning] if that does not come in time
   */
  public int awaitExit(Duration timeout) {
    try {
      if (!process.hasEndedWithin(timeout)) {
        throw Failures.stillRunning(timeout);
      }
      if (process.output().isPresent()) {
        process.output().get().awaitEnd();
      }
      return process.exitCode();
    } catch (InterruptedException e) {
      throw new UncheckedIOException(Failures.interrupted(e));
    }
  }

  /** Waits for its end, however long that takes; answers with the exit code. */
  public int awaitExit() throws InterruptedException {
    return process.process().waitFor();
  }

  /**
   * Tells it to end with the image's own signal, and kills it if it has not in the grace period.
   * One that has ended before stays as it was.
   */
  public Ending stop() {
    try {
      long start = System.nanoTime();
      boolean isInTime = hasHeeded(start + started.plan().grace().toNanos());
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      int code = isInTime ? process.exitCode() : KILLED;
      process.close();
      boolean isClean = isInTime && BootedProcess.isCleanEnd(code, started.programs().stopSignal());
      return new Ending(code, took, isClean);
    } catch (CannotStart e) {
      throw Failures.cannotStart(e);
    } catch (InterruptedException e) {
      throw new UncheckedIOException(Failures.interrupted(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether it ended before a time. As process 1 it is deaf to signals until it has said what to do
   * on one: where nobody saw it ready, it is told again.
   */
  private boolean hasHeeded(long deadline) throws CannotStart, IOException, InterruptedException {
    boolean wasSeen = !(started.probe() instanceof Probe.Launch);
    do {
      process.signal(started.programs().stopSignal());
      Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
      if (process.hasEndedWithin(wasSeen || left.compareTo(AGAIN) < 0 ? left : AGAIN)) {
        return true;
      }
    } while (System.nanoTime() < deadline);
    return false;
  }

  /**
   * Stops it, if it runs, and removes all that it left.
   *
   * @throws IOException if a process cannot be killed or a file not be removed
   */
  @Override
  public void close() throws IOException {
    try {
      if (!isClosed && isRunning() && !Thread.currentThread().isInterrupted()) {
        stop();
      }
    } finally {
      kill();
    }
  }

  /** Ends it at once. */
  void kill() throws IOException {
    if (isClosed) {
      return;
    }
    isClosed = true;
    try (temporary;
        ports) {
      process.close();
    }
  }

  BootedProcess process() {
    return process;
  }

  Started started() {
    return started;
  }
}
