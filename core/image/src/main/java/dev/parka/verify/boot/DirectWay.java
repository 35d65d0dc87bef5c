package dev.parka.verify.boot;

import static java.util.stream.Collectors.joining;

import dev.parka.oci.ArchiveEntry.Kind;
import dev.parka.oci.ArchiveTree;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.spec.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Runs an image's java where it was unpacked: paths of the image before the main class become paths
 * of this machine.
 */
final class DirectWay implements Way {

  private static final Set<String> PATH_OPTIONS =
      Set.of("-cp", "-classpath", "--class-path", "-p", "--module-path", "-jar");
  private static final long MAX_ARGUMENT_FILE = 1 << 20;

  private final Path temporary;
  private final ArchiveTree tree;
  private final boolean isRoot;
  private final Limits limits;
  private final boolean isHeard;

  /**
   * For an unpacked image.
   *
   * @param temporary the directory that it was unpacked in
   * @param isRoot whether this runs as root
   * @param limits how much it may have
   * @param isHeard whether what it prints is kept; else it goes where this JVM's output goes
   */
  DirectWay(Path temporary, ArchiveTree tree, boolean isRoot, Limits limits, boolean isHeard) {
    this.temporary = temporary;
    this.tree = tree;
    this.isRoot = isRoot;
    this.limits = limits;
    this.isHeard = isHeard;
  }

  @Override
  public Isolation isolation() {
    return Isolation.NONE;
  }

  @Override
  public Network network() {
    return Network.HOST;
  }

  @Override
  public Process start(Launch launch) throws CannotStart, IOException {
    List<String> command = new ArrayList<>();
    String shell = HostTools.find("sh");
    command.addAll(List.of(shell, "-c", Scripts.DIRECT, "direct"));
    command.add(launch.root() + launch.workingDirectory());
    command.addAll(program(launch));
    return HostTools.process(command, isHeard).start();
  }

  @Override
  public List<String> enter(Launch launch, BootedProcess processes)
      throws CannotStart, IOException {
    List<String> command =
        new ArrayList<>(
            List.of(HostTools.find("sh"), "-c", "cd \"$1\"; shift; exec \"$@\"", "enter"));
    command.add(launch.root() + launch.workingDirectory());
    command.addAll(program(launch));
    return command;
  }

  private List<String> program(Launch launch) throws CannotStart, IOException {
    List<String> command = new ArrayList<>();
    if (limits.isAny()) {
      command.add(HostTools.find("prlimit"));
      command.addAll(limits.resources());
      command.add("--");
    }
    command.addAll(List.of(HostTools.find("env"), "-i"));
    command.addAll(launch.environment());
    if (isRoot) {
      command.addAll(asUser(launch.user()));
    }
    command.addAll(java(launch.command()));
    return command;
  }

  /** Root gives up its rights: nothing else stands between the image and this machine. */
  private List<String> asUser(UserId user) throws CannotStart, IOException {
    if (user.isRoot()) {
      throw new CannotStart("without isolation an image is not started as root");
    }
    Files.setAttribute(temporary, "unix:uid", user.uid());
    return List.of(
        HostTools.find("setpriv"),
        "--reuid=" + user.uid(),
        "--regid=" + user.gid(),
        "--clear-groups",
        "--");
  }

  private List<String> java(List<String> original) throws CannotStart, IOException {
    String program = original.get(0);
    if (!program.endsWith("/java") || !isFile(program)) {
      throw new CannotStart(
          "without isolation nothing but a java launcher can be started, and the entrypoint is "
              + program);
    }
    List<String> command = new ArrayList<>(List.of(host(program)));
    boolean isPath = false;
    boolean isOption = true;
    for (String argument : original.subList(1, original.size())) {
      boolean endsOptions = isPath && command.get(command.size() - 1).equals("-jar");
      if (!isOption) {
        command.add(argument);
      } else if (isPath) {
        command.add(paths(argument));
        isOption = !endsOptions;
      } else {
        command.add(option(argument));
        isOption = argument.startsWith("-") || argument.startsWith("@");
      }
      isPath = !isPath && isOption && PATH_OPTIONS.contains(argument);
    }
    return command;
  }

  private String option(String argument) throws IOException {
    if (argument.startsWith("@") && isFile(argument.substring(1))) {
      return "@" + argumentFile(argument.substring(1));
    }
    int equals = argument.indexOf('=');
    if (argument.startsWith("-XX:") && equals > 0 && isFile(argument.substring(equals + 1))) {
      return argument.substring(0, equals + 1) + host(argument.substring(equals + 1));
    }
    return argument;
  }

  /** An argument file with one option or quoted value a line, as Parka writes them. */
  private Path argumentFile(String path) throws IOException {
    Path file = Path.of(host(path));
    if (Files.size(file) > MAX_ARGUMENT_FILE) {
      throw new IOException(path + " has more than " + MAX_ARGUMENT_FILE + " bytes");
    }
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      boolean isQuoted = line.length() > 1 && line.startsWith("\"") && line.endsWith("\"");
      String value = isQuoted ? line.substring(1, line.length() - 1) : line;
      lines.add(value.startsWith("/") ? '"' + paths(value) + '"' : line);
    }
    Path copy = Files.write(Files.createTempFile(temporary, "arguments-", ""), lines);
    return Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r--r--"));
  }

  private String paths(String list) {
    return Stream.of(list.split(":", -1))
        .map(path -> isInImage(path) ? host(path) : path)
        .collect(joining(":"));
  }

  private boolean isFile(String path) {
    try {
      return path.startsWith("/")
          && tree.find(new ImagePath(path)).filter(e -> e.kind() == Kind.REGULAR_FILE).isPresent();
    } catch (ParkaException e) {
      return false;
    }
  }

  private boolean isInImage(String path) {
    try {
      return path.startsWith("/") && tree.find(new ImagePath(path)).isPresent();
    } catch (ParkaException e) {
      return false;
    }
  }

  private String host(String path) {
    return temporary.resolve("root") + path;
  }
}
