package dev.parka.verify.boot;

import dev.parka.spec.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Namespaces to run an image in, by {@code unshare} of util-linux.
 *
 * @param isolation with users of their own or without
 * @param network the network that they have
 * @param confinement what else is asked of them
 * @param temporary the directory that all lies in
 */
record NamespaceWay(Isolation isolation, Network network, Confinement confinement, Path temporary) {

  private static final long TRIAL_SECONDS = 20;
  private static final UserId ANYBODY = new UserId(65532, 65532);
  private static final String CLASS = "NetworkRelay.class";
  private static final String DEVICES = "dev";

  /** What this machine was seen to allow while this JVM ran. */
  private static final Set<String> ALLOWED = new HashSet<>();

  /** The socket at which the relay of the network listens. */
  Path socket() {
    return temporary.resolve("network");
  }

  /** Makes them, and has them wait for what to run. */
  OpenNamespaces open(Use use) throws CannotStart, IOException {
    boolean isRelayed = network == Network.OWN && use.isReached();
    if (isRelayed) {
      writeRelay();
    }
    return open(isRelayed ? java() : "", use.isHeard());
  }

  private OpenNamespaces open(String java, boolean isHeard) throws CannotStart, IOException {
    Files.createDirectories(temporary.resolve(DEVICES));
    return new OpenNamespaces(this, HostTools.process(guard(java), isHeard).start());
  }

  /** What those who wait are told: the arguments of the script that mounts. */
  List<String> run(Launch launch) throws CannotStart {
    List<String> arguments = mounting(launch.root(), launch.writable());
    arguments.addAll(program(launch));
    arguments.addAll(asUser(launch.user()));
    arguments.add("--root=" + launch.root());
    arguments.add("--wd=" + launch.workingDirectory());
    arguments.add("--");
    arguments.addAll(launch.command());
    return arguments;
  }

  /** The command that runs another program beside a started image. */
  List<String> enter(Launch launch, BootedProcess processes) throws CannotStart {
    String nsenter = HostTools.find("nsenter");
    String guard = "--target=" + processes.guard();
    String application = "--target=" + processes.application();
    List<String> command = new ArrayList<>();
    if (isolation == Isolation.CHROOT) {
      command.addAll(program(launch));
      command.addAll(List.of(nsenter, application, "--mount", "--pid", "--root", "--wd"));
      command.addAll(List.of("--setgid=" + launch.user().gid(), "--setuid=" + launch.user().uid()));
    } else {
      // The mapped root of the outer user namespace may enter what lies in there.
      command.addAll(List.of(nsenter, guard, "--user", "--preserve-credentials", "--mount"));
      command.add("--");
      command.addAll(program(launch));
      command.addAll(List.of(nsenter, application, "--user", "--preserve-credentials", "--pid"));
      command.addAll(List.of("--root", "--wd"));
    }
    if (network == Network.OWN) {
      command.add(command.lastIndexOf(nsenter) + 2, "--net");
    }
    command.add("--");
    command.addAll(launch.command());
    return command;
  }

  /** Limits, then the image's environment and no other. */
  private List<String> program(Launch launch) throws CannotStart {
    List<String> command = new ArrayList<>();
    if (confinement.limits().isAny()) {
      command.add(HostTools.find("prlimit"));
      command.addAll(confinement.limits().resources());
      command.add("--");
    }
    command.addAll(List.of(HostTools.find("env"), "-i"));
    command.addAll(launch.environment());
    return command;
  }

  /** Those with the network that was asked for, else with this machine's. */
  static NamespaceWay allowed(
      Isolation way, Confinement confinement, Path temporary, List<String> notes)
      throws CannotStart, IOException, InterruptedException {
    NamespaceWay shared = new NamespaceWay(way, Network.HOST, confinement, temporary);
    if (confinement.network() == Network.OWN) {
      NamespaceWay own = new NamespaceWay(way, Network.OWN, confinement, temporary);
      try {
        own.tryOut();
        return own;
      } catch (CannotStart e) {
        shared.tryOut();
        notes.add("no network of its own: " + e.reason());
        return shared;
      }
    }
    shared.tryOut();
    return shared;
  }

  /** Does all that a start does, but runs a program of this machine. */
  void tryOut() throws CannotStart, IOException, InterruptedException {
    // Whoever asks while somebody tries has the answer sooner by waiting.
    synchronized (ALLOWED) {
      String key = isolation + "/" + network + "/" + confinement.isReadOnly();
      if (!ALLOWED.contains(key)) {
        trial();
        ALLOWED.add(key);
      }
    }
  }

  private void trial() throws CannotStart, IOException, InterruptedException {
    HostTools.find("mount");
    if (network == Network.OWN) {
      java();
    }
    Path root = Files.createDirectory(temporary.resolve("trial"));
    Files.createDirectory(root.resolve("proc"));
    Files.createDirectory(root.resolve("dev"));
    List<String> arguments = mounting(root.toString(), List.of());
    arguments.addAll(asUser(ANYBODY));
    arguments.add("--");
    arguments.add(HostTools.find("true"));
    try (OpenNamespaces namespaces = open("", true)) {
      Process process = namespaces.tell(arguments);
      if (!process.waitFor(TRIAL_SECONDS, TimeUnit.SECONDS)) {
        throw new CannotStart("unshare does not come to an end");
      }
      if (process.exitValue() != 0) {
        throw new CannotStart(reason(process));
      }
    } finally {
      Files.delete(root.resolve("proc"));
      Files.delete(root.resolve("dev"));
      Files.delete(root);
    }
  }

  private static String reason(Process process) throws IOException {
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return output.isEmpty() ? "unshare failed" : output.replace('\n', ' ');
  }

  private List<String> guard(String java) throws CannotStart {
    String unshare = HostTools.find("unshare");
    String shell = HostTools.find("sh");
    List<String> command = new ArrayList<>(List.of(unshare));
    if (isolation == Isolation.USER_NAMESPACE) {
      command.addAll(List.of("--user", "--map-root-user"));
    }
    command.addAll(List.of("--mount", "--pid", "--fork", "--kill-child", "--"));
    if (network == Network.OWN) {
      // Apart: the files of a network that is made before its users are mapped belong to nobody.
      command.addAll(List.of(unshare, "--net", "--"));
    }
    command.addAll(List.of(shell, "-c", Scripts.GUARD, "guard", temporary.toString()));
    command.add(network == Network.OWN ? "/sys" : "");
    command.add(java);
    command.addAll(List.of(unshare, "--pid", "--fork", "--"));
    command.addAll(List.of(shell, "-c", Scripts.MOUNT, "mount"));
    command.add(temporary.resolve(DEVICES).toString());
    return command;
  }

  private List<String> mounting(String root, List<String> writable) {
    List<String> arguments = new ArrayList<>(List.of(root));
    arguments.add(confinement.isReadOnly() ? "ro" : "rw");
    arguments.addAll(writable);
    arguments.add("--");
    return arguments;
  }

  private List<String> asUser(UserId user) throws CannotStart {
    String unshare = HostTools.find("unshare");
    // As root the numbers are set; in a user namespace a second one maps them, and with it go all
    // capabilities that mounting took.
    return isolation == Isolation.USER_NAMESPACE
        ? List.of(unshare, "--user", "--map-user=" + user.uid(), "--map-group=" + user.gid())
        : List.of(unshare, "--setgid=" + user.gid(), "--setuid=" + user.uid());
  }

  private static String java() throws CannotStart {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    if (!Files.isExecutable(java)) {
      throw new CannotStart("there is no java launcher " + java);
    }
    return java.toString();
  }

  /** Its class is written out, for it may come from anywhere in here. */
  private void writeRelay() throws IOException {
    String name = NetworkRelay.class.getName().replace('.', '/') + ".class";
    Path file = temporary.resolve("relay").resolve(name);
    Files.createDirectories(file.getParent());
    try (InputStream content = NetworkRelay.class.getResourceAsStream(CLASS)) {
      if (content == null) {
        throw new IOException("the class path lacks " + name);
      }
      Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
