package dev.parka.verify.boot;

import dev.parka.oci.ArchiveConfig;
import dev.parka.oci.ArchiveTree;
import dev.parka.oci.LayerReader;
import dev.parka.oci.LayerUnpacker;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.tree.Content;
import dev.parka.spec.StopSignal;
import dev.parka.spec.UserId;
import dev.parka.verify.boot.BootResult.Outcome;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Starts images with no container engine. */
public final class Booter {

  private static final String DEFAULT_PATH =
      "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

  /** What the loader and the C library act on, in the last program before the image's own. */
  private static final Pattern LOADER =
      Pattern.compile("LD_.*|GLIBC_.*|GCONV_PATH|LOCPATH|NLSPATH|MALLOC_.*");

  private final ArchiveConfig.Container container;
  private final BootPlan plan;
  private final List<String> notes = new ArrayList<>();
  private Isolation isolation = Isolation.NONE;
  private String user;

  private Booter(ArchiveConfig.Container container, BootPlan plan) {
    this.container = container;
    this.plan = plan;
    this.user = container.process().user();
  }

  /**
   * Starts an image, asks what the plan's probe says, and stops it.
   *
   * @param layers the stored layers, the lowest first
   * @param container how the image is run
   * @throws dev.parka.runtime.ParkaException if a layer is hostile or damaged
   * @throws IOException if this machine's disk fails, or a process cannot be killed
   */
  public static BootResult boot(
      List<Content> layers, ArchiveConfig.Container container, BootPlan plan) throws IOException {
    try {
      return new Booter(container, plan).boot(layers);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted while an image ran").initCause(e);
    }
  }

  private BootResult boot(List<Content> layers) throws IOException, InterruptedException {
    Probe probe = ProbeChoice.of(container, plan, notes);
    try {
      OptionalInt port = ProbeChoice.port(probe);
      return port.isPresent() && Probing.isTaken(port.getAsInt())
          ? unstarted(
              probe,
              Outcome.PORT_TAKEN,
              "port " + port.getAsInt() + " held by another process of this machine")
          : boot(layers, probe);
    } catch (CannotStart e) {
      return unstarted(probe, Outcome.CANNOT_START, e.reason());
    }
  }

  private BootResult boot(List<Content> layers, Probe probe)
      throws CannotStart, IOException, InterruptedException {
    try (TemporaryDirectory temporary = TemporaryDirectory.create()) {
      Path root = temporary.path().resolve("root");
      ArchiveTree tree = LayerUnpacker.unpack(layers, root, LayerReader.Limits.DEFAULT);
      RootFileSystem files = new RootFileSystem(root, tree);
      UserId id = files.user(container.process().user());
      user = id.toString();
      String directory = container.process().workingDirectory();
      Launch launch =
          new Launch(
              root.toString(),
              command(probe),
              environment(),
              directory.isEmpty() ? "/" : directory,
              id);
      files.prepare(launch.workingDirectory());
      Launch possible = Emulator.of(launch, System.getProperty("os.arch"), notes);
      List<String> command = choose(possible, temporary, tree);
      if (ProbeChoice.port(probe).isPresent()) {
        notes.add("the network was this machine's");
      }
      BootPlan times = possible.equals(launch) ? plan : Emulator.patient(plan);
      BootRun run = new BootRun(probe, times, stopSignal());
      BootedProcess process = BootedProcess.start(command, isolation != Isolation.NONE);
      BootRun.Seen seen;
      try (process) {
        seen = run.watch(process);
      }
      return new BootResult(
          isolation,
          probe,
          seen.outcome(),
          new BootResult.Run(
              user, seen.answeredAfter(), seen.exitCode(), seen.reason(), process.output()),
          notes);
    }
  }

  /** The command of the strongest isolation that is to be had. */
  private List<String> choose(Launch launch, TemporaryDirectory temporary, ArchiveTree tree)
      throws CannotStart, IOException, InterruptedException {
    boolean isRoot = temporary.isRoots();
    for (Isolation way : plan.ways()) {
      isolation = way;
      if (way == Isolation.CHROOT && !isRoot) {
        continue;
      }
      try {
        if (way == Isolation.NONE) {
          List<String> command = new DirectCommand(temporary.path(), tree, isRoot).of(launch);
          notes.add("the application ran with this machine's files and shared libraries in reach");
          return command;
        }
        NamespaceCommand namespaces = new NamespaceCommand(way);
        namespaces.tryOut(launch.root(), launch.user());
        return namespaces.of(launch);
      } catch (CannotStart e) {
        notes.add("no " + (way == Isolation.NONE ? "plain start" : way) + ": " + e.reason());
      }
    }
    throw new CannotStart("this machine allows none of " + plan.ways());
  }

  private List<String> command(Probe probe) throws CannotStart {
    List<String> command = new ArrayList<>(container.process().entrypoint());
    command.addAll(container.process().arguments());
    if (command.isEmpty()) {
      throw new CannotStart("the image has no entrypoint");
    }
    if (probe instanceof Probe.DryRun) {
      if (!command.get(0).endsWith("/java")) {
        throw new CannotStart(
            "a dry run needs a java launcher, and the entrypoint is " + command.get(0));
      }
      command.add(1, "--dry-run");
    }
    return command;
  }

  /** The image's variables; of what would act on a program of this machine, none. */
  private List<String> environment() {
    List<String> environment = new ArrayList<>();
    for (String line : container.environment()) {
      int equals = line.indexOf('=');
      String name = equals < 0 ? line : line.substring(0, equals);
      if (!NAME.matcher(name).matches() || equals < 0 || LOADER.matcher(name).matches()) {
        notes.add("the variable " + Printable.of(name) + " was withheld");
      } else {
        environment.add(line);
      }
    }
    if (environment.stream().noneMatch(line -> line.startsWith("PATH="))) {
      environment.add(DEFAULT_PATH);
    }
    return environment;
  }

  private StopSignal stopSignal() throws CannotStart {
    try {
      return new StopSignal(container.process().supervision().stopSignal().orElse("SIGTERM"));
    } catch (ParkaException e) {
      throw new CannotStart(e.problems().get(0).fact());
    }
  }

  private BootResult unstarted(Probe probe, Outcome outcome, String reason) {
    BootResult.Run run =
        new BootResult.Run(user, Optional.empty(), OptionalInt.empty(), reason, List.of());
    return new BootResult(isolation, probe, outcome, run, notes);
  }
}
