package dev.parka.verify.boot;

import dev.parka.oci.EngineArchive;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Has a container engine of this machine run an image, and forget it when it is over. */
final class EngineStart {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Isolation isolation;
  private final StoredImage image;
  private final RunPlan plan;
  private final Path temporary;
  private final String name =
      "parka-boot-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
  private Network network;
  private Optional<String> note = Optional.empty();

  EngineStart(Isolation isolation, StoredImage image, RunPlan plan, Path temporary) {
    this.isolation = isolation;
    this.image = image;
    this.plan = plan;
    this.temporary = temporary;
    this.network = plan.confinement().network();
  }

  /** Sees whether the engine answers. */
  void tryOut() throws CannotStart, IOException, InterruptedException {
    EngineTool.of(isolation).run("version");
  }

  Network network() {
    return network;
  }

  /** What a reader should know of the network. */
  Optional<String> note() {
    return note;
  }

  /**
   * Loads and starts.
   *
   * @param command the whole command, with the entrypoint
   * @param ports what to map
   */
  EngineContainer start(List<String> command, SortedMap<Integer, Integer> ports, boolean isHeard)
      throws CannotStart, IOException, InterruptedException {
    EngineTool engine = EngineTool.of(isolation);
    Path archive = temporary.resolve("engine.tar");
    EngineArchive.write(image.document(), image.layers(), reference(), archive);
    try (EngineContainer loading =
        EngineContainer.start(
            new EngineContainer.Names(engine, name, reference()),
            List.of("load", "--quiet", "--input", archive.toString()),
            true)) {
      if (!loading.hasEndedWithin(PATIENCE) || loading.exitCode() != 0) {
        throw new CannotStart("the image cannot be loaded: " + String.join(" ", loading.tail()));
      }
      loading.keep();
    }
    try {
      return run(engine, command, ports, isHeard);
    } catch (CannotStart e) {
      if (network == Network.HOST) {
        throw e;
      }
      network = Network.HOST;
      note = Optional.of("no network of its own: " + e.reason());
      return run(engine, command, ports, isHeard);
    }
  }

  private String reference() {
    return "localhost/" + name + ":latest";
  }

  private EngineContainer run(
      EngineTool engine, List<String> command, SortedMap<Integer, Integer> ports, boolean isHeard)
      throws CannotStart, IOException, InterruptedException {
    EngineContainer container =
        EngineContainer.start(
            new EngineContainer.Names(engine, name, reference()), options(command, ports), isHeard);
    boolean isRunning = false;
    try {
      while (!container.isSeen()) {
        if (container.hasEndedWithin(POLL)) {
          if (container.hasNotStarted()) {
            throw new CannotStart(String.join(" ", container.tail()));
          }
          break;
        }
        if (container.age().compareTo(PATIENCE) > 0) {
          throw new CannotStart("no container in " + BootResult.seconds(PATIENCE));
        }
      }
      container.findPorts(network, ports.keySet());
      isRunning = true;
      return container;
    } finally {
      if (!isRunning) {
        if (network == Network.OWN) {
          container.removeContainer();
          container.keep();
        }
        container.close();
      }
    }
  }

  private List<String> options(List<String> command, SortedMap<Integer, Integer> ports) {
    List<String> options = new ArrayList<>(List.of("run", "--pull=never", "--name", name));
    if (network == Network.HOST) {
      options.add("--network=host");
    } else {
      ports.forEach(
          (inner, outer) ->
              options.add("--publish=127.0.0.1:" + (outer == 0 ? "" : outer) + ":" + inner));
    }
    if (plan.confinement().isReadOnly()) {
      options.addAll(List.of("--read-only", "--tmpfs=/tmp:mode=1777"));
    }
    options.addAll(plan.confinement().limits().engineOptions());
    plan.environment().forEach(variable -> options.add("--env=" + variable));
    options.add("--entrypoint=" + command.get(0));
    options.add(reference());
    options.addAll(command.subList(1, command.size()));
    return options;
  }
}
