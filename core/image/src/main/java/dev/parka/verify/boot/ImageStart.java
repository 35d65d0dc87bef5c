package dev.parka.verify.boot;

import dev.parka.oci.ArchiveTree;
import dev.parka.oci.LayerReader;
import dev.parka.oci.LayerUnpacker;
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
final class ImageStart {

  private final StoredImage image;
  private final BootPlan plan;
  private final boolean isHeard;
  private final StartCommand wanted;
  private final List<String> notes = new ArrayList<>();
  private Isolation isolation = Isolation.NONE;
  private Probe probe;
  private String user;

  /**
   * For an image.
   *
   * @param isHeard whether what it prints is kept; else it goes where this JVM's output goes
   */
  ImageStart(StoredImage image, BootPlan plan, boolean isHeard) {
    this.image = image;
    this.plan = plan;
    this.isHeard = isHeard;
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

  /** Starts it; what was made for that is gone again where that fails. */
  RunningImage start() throws CannotStart, IOException, InterruptedException {
    TemporaryDirectory temporary = TemporaryDirectory.create();
    boolean isStarted = false;
    try {
      RunningImage running = start(temporary);
      isStarted = true;
      return running;
    } finally {
      if (!isStarted) {
        temporary.close();
      }
    }
  }

  private RunningImage start(TemporaryDirectory temporary)
      throws CannotStart, IOException, InterruptedException {
    boolean isRoot = temporary.isRoots();
    for (Isolation way : plan.run().confinement().ways()) {
      isolation = way;
      if (way == Isolation.CHROOT && !isRoot) {
        continue;
      }
      Optional<NamespaceWay> namespaces = Optional.empty();
      try {
        if (way.isEngine()) {
          return inEngine(new EngineStart(way, image, plan.run(), temporary.path()), temporary);
        }
        if (way == Isolation.NONE) {
          requireNothingToKeep();
        } else {
          namespaces = Optional.of(namespaces(way, temporary.path()));
        }
      } catch (CannotStart e) {
        notes.add("no " + (way == Isolation.NONE ? "plain start" : way) + ": " + e.reason());
        continue;
      }
      return unpacked(namespaces, temporary, isRoot);
    }
    throw new CannotStart("this machine allows none of " + plan.run().confinement().ways());
  }

  private void requireNothingToKeep() throws CannotStart {
    if (plan.run().confinement().isReadOnly()) {
      throw new CannotStart("without isolation nothing keeps an image from writing");
    }
  }

  /** Namespaces with the network that was asked for, else with this machine's. */
  private NamespaceWay namespaces(Isolation way, Path temporary)
      throws CannotStart, IOException, InterruptedException {
    Confinement confinement = plan.run().confinement();
    if (confinement.network() == Network.OWN) {
      NamespaceWay own = new NamespaceWay(way, Network.OWN, confinement, temporary);
      try {
        own.tryOut();
        return own;
      } catch (CannotStart e) {
        NamespaceWay shared = new NamespaceWay(way, Network.HOST, confinement, temporary);
        shared.tryOut();
        notes.add("no network of its own: " + e.reason());
        return shared;
      }
    }
    NamespaceWay shared = new NamespaceWay(way, Network.HOST, confinement, temporary);
    shared.tryOut();
    return shared;
  }

  private RunningImage unpacked(
      Optional<NamespaceWay> namespaces, TemporaryDirectory temporary, boolean isRoot)
      throws CannotStart, IOException, InterruptedException {
    Path root = temporary.path().resolve("root");
    ArchiveTree tree = LayerUnpacker.unpack(image.layers(), root, LayerReader.Limits.DEFAULT);
    RootFileSystem files = new RootFileSystem(root, tree);
    UserId id = files.user(image.config().container().process().user());
    user = id.toString();
    Limits limits = plan.run().confinement().limits();
    Way way =
        namespaces.isPresent()
            ? namespaces.get()
            : new DirectWay(temporary.path(), tree, isRoot, limits);
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
    MappedPorts ports =
        way.network() == Network.OWN
            ? MappedPorts.behind(
                inner -> NetworkRelay.connect(temporary.path().resolve("network"), inner))
            : MappedPorts.same();
    Started started = started(way.network(), times);
    boolean isStarted = false;
    try {
      ports.map(mapped());
      LocalProcess process = LocalProcess.start(way, possible, isHeard);
      isStarted = true;
      return new RunningImage(process, ports, started, temporary);
    } finally {
      if (!isStarted) {
        ports.close();
      }
    }
  }

  private RunningImage inEngine(EngineStart engine, TemporaryDirectory temporary)
      throws CannotStart, IOException, InterruptedException {
    engine.tryOut();
    Network asked = engine.network();
    chooseProbe(asked);
    EngineContainer container = engine.start(wanted.command(probe), mapped(), isHeard);
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
