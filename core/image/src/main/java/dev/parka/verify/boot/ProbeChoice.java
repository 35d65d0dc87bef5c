package dev.parka.verify.boot;

import dev.parka.oci.ArchiveConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Which probe an image is started with when nobody says. */
final class ProbeChoice {

  private static final Pattern TCP_PORT = Pattern.compile("([0-9]{1,5})(?:/tcp)?");
  private static final Path FIRST_FREE_PORT =
      Path.of("/proc/sys/net/ipv4/ip_unprivileged_port_start");
  private static final int USUAL_FIRST_FREE_PORT = 1024;
  private static final int MAX_PORT = 65535;

  private ProbeChoice() {}

  /** The plan's probe, else one of the first TCP port that can be had, else a dry run. */
  static Probe of(
      ArchiveConfig.Container container, BootPlan plan, Network network, List<String> notes) {
    if (plan.probe().isPresent()) {
      return plan.probe().get();
    }
    OptionalInt port = ports(container).min();
    if (port.isEmpty()) {
      return new Probe.DryRun();
    }
    if (network == Network.OWN) {
      return new Probe.Tcp(port.getAsInt());
    }
    if (port.getAsInt() < firstFreePort()) {
      notes.add("port " + port.getAsInt() + " belongs to root on this machine: a dry run instead");
      return new Probe.DryRun();
    }
    if (Probing.isTaken(port.getAsInt())) {
      notes.add(
          "another process of this machine holds port " + port.getAsInt() + ": a dry run instead");
      return new Probe.DryRun();
    }
    return new Probe.Tcp(port.getAsInt());
  }

  /** The port that a probe asks. */
  static OptionalInt port(Probe probe) {
    if (probe instanceof Probe.Tcp tcp) {
      return OptionalInt.of(tcp.port());
    }
    return probe instanceof Probe.Http http ? OptionalInt.of(http.port()) : OptionalInt.empty();
  }

  /** The TCP ports that an image says it listens to. */
  static IntStream ports(ArchiveConfig.Container container) {
    return container.ports().stream()
        .map(TCP_PORT::matcher)
        .filter(Matcher::matches)
        .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
        .filter(port -> port > 0 && port <= MAX_PORT);
  }

  private static int firstFreePort() {
    try {
      return Integer.parseInt(Files.readString(FIRST_FREE_PORT).strip());
    } catch (IOException | NumberFormatException e) {
      return USUAL_FIRST_FREE_PORT;
    }
  }
}
