package dev.parka.verify.boot;

import dev.parka.oci.ArchiveTree;
import dev.parka.spec.UserId;
import dev.parka.verify.boot.Launch.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** Starts an image in the first way that this machine allows. */
final class ImageStart implements AutoCloseable {

  private final StoredImage image;
  private final BootPlan plan;
  private final Use use;
  private final StartCommand wanted;
  private final List<String> notes = new ArrayList<>();
  private Optional<Unpacking> unpacking = Optional.empty();
  private EarlyNamespaces early = EarlyNamespaces.none();
  private Isolation isolation = Isolation.NONE;
  private Probe probe;
  private String user;

  /**
   * For an image.
   *
   * @param use what it is for
   */
  ImageStart(StoredImage image, BootPlan plan, Use use) {
    this.image = image;
    this.plan = plan;
    this.use = use;
    this.wanted = new StartCommand(image.config().container(), plan.run());
    this.probe = plan.probe().orElse(new Probe.DryRun());
    this.user = image.config().container().process().user();
  }

  List<String> notes() {
    return notes;
  }

  Isolation isolation() {
    return isolation;
  }

  Probe probe() {
    return probe;
  }

  String user() {
    return user;
  }

  /**
   * Does beforehand what takes its time; does not wait for the files.
   *
   * @param handed files that somebody else reads
   * @return what writes them
   */
  Unpacking prepare(HandedFiles handed) throws CannotStart, IOException, InterruptedException {
    boolean areTaken = false;
    try {
      Unpacking files = Unpacking.of(image);
      unpacking = Optional.of(files);
      early = EarlyNamespaces.begin(plan.run().confinement(), files.temporary(), use);
      files.begin(handed);
      areTaken = true;
      return files;
    } finally {
      if (!areTaken) {
        // It will be said when it is started.
        handed.ignore();
      }
    }
  }

  /** An engine has the layers as they are. */
  boolean needsFiles() {
    return !plan.run().confinement().ways().stream().allMatch(Isolation::isEngine);
  }

  /** Starts it; what was made for that is gone again where that fails. */
  RunningImage start() throws CannotStart, IOException, InterruptedException {
    if (unpacking.isEmpty()) {
      unpacking = Optional.of(Unpacking.of(image));
    }
    Unpacking files = unpacking.get();
    if (needsFiles()) {
      files.begin();
    }
    boolean isStarted = false;
    try {
      RunningImage running = start(files);
      isStarted = true;
      unpacking = Optional.empty();
      return running;
    } finally {
      if (!isStarted) {
        close();
      }
    }
  }

  /** Removes what was made for a start that does not come. */
  @Override
  public void close() throws IOException {
    if (unpacking.isPresent()) {
      Unpacking files = unpacking.get();
      unpacking = Optional.empty();
      try (files) {
        early.close();
      }
    }
  }

  private RunningImage start(Unpacking files)
      throws CannotStart, IOException, InterruptedException {
    TemporaryDirectory temporary = files.temporary();
    for (Isolation way : plan.run().confinement().ways()) {
      isolation = way;
      if (!way.isOpenTo(temporary.isRoots())) {
        continue;
      }
      Optional<NamespaceWay> namespaces = Optional.empty();
      try {
        if (way.isEngine()) {
          early.close();
          RunningImage running =
              inEngine(new EngineStart(way, image, plan.run(), temporary.path()), temporary);
          files.stop();
          return running;
        }
        if (way == Isolation.NONE) {
          early.close();
          requireNothingToKeep();
        } else {
          namespaces =
              Optional.of(
                  NamespaceWay.allowed(way, plan.run().confinement(), temporary.path(), notes));
        }
      } catch (CannotStart e) {
        notes.add("no " + (way == Isolation.NONE ? "plain start" : way) + ": " + e.reason());
        continue;
      }
      return namespaces.isPresent()
          ? unpacked(namespaces.get(), files)
          : unpacked(Optional.empty(), files);
    }
    throw new CannotStart("this machine allows none of " + plan.run().confinement().ways());
  }

  private void requireNothingToKeep() throws CannotStart {
    if (plan.run().confinement().isReadOnly()) {
      throw new CannotStart("without isolation nothing keeps an image from writing");
    }
  }

  /** Namespaces are made while the image is unpacked. */
  private RunningImage unpacked(NamespaceWay namespaces, Unpacking files)
      throws CannotStart, IOException, InterruptedException {
    OpenNamespaces open = early.open(namespaces, use);
    boolean isStarted = false;
    try {
      RunningImage running = unpacked(Optional.of(open), files);
      isStarted = true;
      return running;
    } finally {
      if (!isStarted) {
        open.close();
      }
    }
  }

  private RunningImage unpacked(Optional<OpenNamespaces> namespaces, Unpacking written)
      throws CannotStart, IOException, InterruptedException {
    TemporaryDirectory temporary = written.temporary();
    Path root = written.root();
    ArchiveTree tree = written.tree();
    RootFileSystem files = new RootFileSystem(root, tree);
    UserId id = files.user(image.config().container().process().user());
    user = id.toString();
    Limits limits = plan.run().confinement().limits();
    Way way =
        namespaces.isPresent()
            ? namespaces.get()
            : new DirectWay(temporary.path(), tree, temporary.isRoots(), limits, use.isHeard());
    chooseProbe(way.network());
    List<String> writable =
        plan.run().confinement().isReadOnly() ? files.directories(wanted.writable()) : List.of();
    Surroundings surroundings =
        new Surroundings(wanted.environment(notes), wanted.workingDirectory(), writable);
    Launch launch = new Launch(root.toString(), wanted.command(probe), surroundings, id);
    files.prepare(launch.workingDirectory());
    Launch possible = Emulator.of(launch, System.getProperty("os.arch"), notes);
    if (way.isolation() == Isolation.NONE) {
      notes.add("the application ran with this machine's files and shared libraries in reach");
    }
    if (limits.memory().isPresent()) {
      notes.add("the limit of memory held for each process, with no cgroup");
    }
    BootPlan times = possible.equals(launch) ? plan : Emulator.patient(plan);
    MappedPorts ports = ports(way, temporary.path());
    Started started = started(way.network(), times);
    boolean isStarted = false;
    try {
      if (ports.areReached()) {
        ports.map(mapped());
      }
      LocalProcess process = LocalProcess.start(way, possible, use.isHeard());
      isStarted = true;
      return new RunningImage(process, ports, started, temporary);
    } finally {
      if (!isStarted) {
        ports.close();
      }
    }
  }

  private MappedPorts ports(Way way, Path temporary) {
    if (way.network() != Network.OWN) {
      return MappedPorts.same();
    }
    return use.isReached()
        ? MappedPorts.behind(inner -> NetworkRelay.connect(temporary.resolve("network"), inner))
        : MappedPorts.unreached();
  }

  private RunningImage inEngine(EngineStart engine, TemporaryDirectory temporary)
      throws CannotStart, IOException, InterruptedException {
    engine.tryOut();
    Network asked = engine.network();
    chooseProbe(asked);
    EngineContainer container = engine.start(wanted.command(probe), mapped(), use.isHeard());
    boolean isDone = false;
    try {
      engine.note().ifPresent(notes::add);
      if (engine.network() != asked) {
        notes.add("the network was this machine's");
      }
      MappedPorts ports = container.ports();
      RunningImage running =
          new RunningImage(container, ports, started(engine.network(), plan), temporary);
      isDone = true;
      return running;
    } finally {
      if (!isDone) {
        container.close();
      }
    }
  }

  /** The plan's ports, and the image's own. */
  private SortedMap<Integer, Integer> mapped() {
    SortedMap<Integer, Integer> ports = new TreeMap<>(plan.run().ports());
    ProbeChoice.ports(image.config().container()).forEach(port -> ports.putIfAbsent(port, 0));
    ProbeChoice.port(probe).ifPresent(port -> ports.putIfAbsent(port, 0));
    return ports;
  }

  private void chooseProbe(Network network) throws CannotStart {
    probe = ProbeChoice.of(image.config().container(), plan, network, notes);
    OptionalInt port = ProbeChoice.port(probe);
    if (network == Network.HOST && port.isPresent()) {
      if (Probing.isTaken(port.getAsInt())) {
        throw new CannotStart.PortTaken(port.getAsInt());
      }
      notes.add("the network was this machine's");
    }
  }

  private Started started(Network network, BootPlan times) throws CannotStart {
    String java = wanted.java().orElse("");
    return new Started(
        new Started.Place(isolation, network, user),
        probe,
        times,
        new Started.Programs(
            wanted.stopSignal(), java, ProbeChoice.ports(image.config().container()).min()),
        notes);
  }
}
