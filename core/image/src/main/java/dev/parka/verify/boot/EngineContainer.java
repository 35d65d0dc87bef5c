package dev.parka.verify.boot;

import dev.parka.spec.StopSignal;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A container that an engine runs in the foreground. */
final class EngineContainer extends BootedProcess {

  private static final int ENGINE_FAILED = 125;
  private static final int NOT_FOUND = 127;

  private final Names names;
  private MappedPorts ports = MappedPorts.same();
  private boolean isKept;

  private EngineContainer(Process process, boolean isHeard, Names names) {
    super(process, isHeard);
    this.names = names;
  }

  /**
   * What it is called.
   *
   * @param engine who runs it
   * @param container its name
   * @param image what it is of
   */
  record Names(EngineTool engine, String container, String image) {}

  /** Has the engine do something, and clean up if this JVM is killed meanwhile. */
  static EngineContainer start(Names names, List<String> arguments, boolean isHeard)
      throws CannotStart, IOException {
    String shell = HostTools.find("sh");
    List<String> command = new ArrayList<>(List.of(shell, "-c", Scripts.ENGINE, "engine"));
    command.addAll(List.of(names.engine().program(), names.container(), names.image()));
    command.addAll(arguments);
    ProcessBuilder builder = HostTools.engine(command);
    if (!isHeard) {
      builder
          .redirectErrorStream(false)
          .redirectOutput(ProcessBuilder.Redirect.INHERIT)
          .redirectError(ProcessBuilder.Redirect.INHERIT);
    }
    return new EngineContainer(builder.start(), isHeard, names);
  }

  /** Whether the engine has got so far that there is a process in it, or was. */
  boolean isSeen() throws IOException, InterruptedException {
    try {
      String state = names.engine().run("inspect", "--format={{.State.Status}}", names.container());
      return !state.equals("created")
          && !state.equals("configured")
          && !state.equals("initialized");
    } catch (CannotStart e) {
      return false;
    }
  }

  /** Whether the exit code is one with which the engine says that it could not start it. */
  boolean hasNotStarted() {
    return exitCode() >= ENGINE_FAILED && exitCode() <= NOT_FOUND;
  }

  /** Asks where its ports lead to. */
  void findPorts(Network network, Set<Integer> inner)
      throws CannotStart, IOException, InterruptedException {
    if (network == Network.HOST) {
      return;
    }
    SortedMap<Integer, Integer> mapped = new TreeMap<>();
    for (int port : inner) {
      OptionalInt outer = outer(port);
      if (outer.isPresent()) {
        mapped.put(port, outer.getAsInt());
      } else if (process().isAlive()) {
        throw new CannotStart("the engine maps no port of the image");
      }
    }
    ports = MappedPorts.of(mapped);
  }

  private OptionalInt outer(int port) throws IOException, InterruptedException {
    try {
      String answer = names.engine().run("port", names.container(), port + "/tcp");
      String first = answer.lines().findFirst().orElse("");
      return OptionalInt.of(Integer.parseInt(first.substring(first.lastIndexOf(':') + 1)));
    } catch (CannotStart | NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  MappedPorts ports() {
    return ports;
  }

  /** Leaves the image where it is when this is closed. */
  void keep() {
    isKept = true;
  }

  void removeContainer() throws IOException, InterruptedException {
    names.engine().attempt("rm", "--force", names.container());
  }

  @Override
  long guard() throws CannotStart {
    throw new CannotStart("an engine runs it");
  }

  @Override
  long application() throws CannotStart {
    throw new CannotStart("an engine runs it");
  }

  @Override
  void signal(StopSignal signal) throws IOException, InterruptedException {
    names.engine().attempt("kill", "--signal=" + name(signal), names.container());
  }

  @Override
  ProcessBuilder enter(String program, List<String> arguments) {
    List<String> command =
        new ArrayList<>(List.of(names.engine().program(), "exec", names.container(), program));
    command.addAll(arguments);
    return HostTools.engine(command);
  }

  @Override
  public void close() throws IOException {
    boolean isInterrupted = Thread.interrupted();
    try {
      if (!isKept) {
        removeContainer();
        names.engine().attempt("rmi", "--force", names.image());
      }
    } catch (InterruptedException e) {
      isInterrupted = true;
      throw (IOException) new InterruptedIOException("interrupted while cleaning up").initCause(e);
    } finally {
      super.close();
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
