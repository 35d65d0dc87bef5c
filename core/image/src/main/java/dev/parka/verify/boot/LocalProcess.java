package dev.parka.verify.boot;

import dev.parka.spec.StopSignal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** An image that was started where it was unpacked. */
final class LocalProcess extends BootedProcess {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(5);

  /** From the outer unshare over the guard and the inner unshare to the application. */
  private static final int GENERATIONS = 3;

  private final Way way;
  private final Launch launch;
  private Optional<ProcessHandle> found = Optional.empty();
  private Optional<ListeningPorts> listening = Optional.empty();

  private LocalProcess(Process process, boolean isHeard, Way way, Launch launch) {
    super(process, isHeard);
    this.way = way;
    this.launch = launch;
  }

  static LocalProcess start(Way way, Launch launch, boolean isHeard)
      throws CannotStart, IOException {
    return new LocalProcess(way.start(launch), isHeard, way, launch);
  }

  @Override
  long guard() throws CannotStart {
    // What was started a moment ago may have no child yet.
    present(find());
    return present(guards().findFirst()).pid();
  }

  @Override
  Optional<Boolean> listens(int port) {
    if (listening.isEmpty() && way.network() == Network.OWN) {
      listening = guards().findFirst().map(ProcessHandle::pid).map(ListeningPorts::new);
    }
    return listening.flatMap(ports -> ports.holds(port));
  }

  @Override
  Set<String> mapped() {
    // Where files have other paths than in a container a JVM may well use others.
    Optional<ProcessHandle> application =
        way.isolation() == Isolation.NONE ? Optional.empty() : find();
    return application.isEmpty()
        ? Set.of()
        : MappedFiles.of(application.get().pid(), launch.root());
  }

  /** Below unshare. */
  private Stream<ProcessHandle> guards() {
    return process().children();
  }

  @Override
  long application() throws CannotStart {
    return present(find()).pid();
  }

  private static ProcessHandle present(Optional<ProcessHandle> handle) throws CannotStart {
    return handle.orElseThrow(() -> new CannotStart("the application has ended"));
  }

  /** The application; empty if it has ended. Waits while it is on its way. */
  private Optional<ProcessHandle> find() {
    if (found.filter(ProcessHandle::isAlive).isEmpty()) {
      found = look();
    }
    return found.filter(ProcessHandle::isAlive);
  }

  private Optional<ProcessHandle> look() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (process().isAlive() && System.nanoTime() < deadline) {
      Optional<ProcessHandle> seen = candidate().filter(this::hasBecomeTheApplication);
      if (seen.isPresent()) {
        return seen;
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    return Optional.empty();
  }

  /** What was a shell that mounts, and a program that takes another user, runs the image's. */
  private boolean hasBecomeTheApplication(ProcessHandle handle) {
    try {
      byte[] line = Files.readAllBytes(Path.of("/proc", String.valueOf(handle.pid()), "cmdline"));
      String text = new String(line, StandardCharsets.UTF_8);
      List<String> words = List.of(text.split("\0", -1));
      String first = words.get(0);
      return way.isolation() == Isolation.NONE
          ? first.endsWith(launch.command().get(0))
          : !first.isEmpty()
              && !new Prelude(launch.command()).isStill(words.subList(0, words.size() - 1));
    } catch (IOException e) {
      // It has just ended.
      return false;
    }
  }

  /**
   * Behind the guard there are its reader and the relay, which have no child, and unshare. Asking
   * for descendants goes through all processes of this machine once, and for children each time.
   */
  private Optional<ProcessHandle> candidate() {
    ProcessHandle first = process().toHandle();
    return way.isolation() == Isolation.NONE
        ? Optional.of(first)
        : process().descendants().filter(h -> Optional.of(first).equals(ancestor(h))).findFirst();
  }

  private static Optional<ProcessHandle> ancestor(ProcessHandle handle) {
    Optional<ProcessHandle> up = Optional.of(handle);
    for (int i = 0; i < GENERATIONS; i++) {
      up = up.flatMap(ProcessHandle::parent);
    }
    return up;
  }

  @Override
  void signal(StopSignal signal) throws CannotStart, IOException, InterruptedException {
    Optional<ProcessHandle> application = find();
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

  @Override
  ProcessBuilder enter(String program, List<String> arguments) throws CannotStart, IOException {
    return HostTools.process(way.enter(launch.running(program, arguments), this));
  }
}
