package com.example.petstore.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** A Docker daemon of this test alone, and its client. */
final class Docker implements StandInImages.Engine, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long POLL_NANOS = Duration.ofMillis(50).toNanos();

  private final Path directory;
  private final String host;
  private final Path log;
  private final Process daemon;

  /**
   * Starts a daemon that touches neither the host's network nor its firewall.
   *
   * @param directory where it keeps everything, until it is closed
   */
  Docker(Path directory) throws IOException {
    // In a mount namespace of its own, for it leaves mounts behind that would keep the directory.
    this(directory, Tool.named("unshare").with("--mount", "--"), "--bridge=none");
  }

  private Docker(Path directory, Tool starter, String... options) throws IOException {
    this.directory = Files.createDirectories(directory);
    this.host = "unix://" + directory.resolve("docker.sock");
    this.log = directory.resolve("log");
    this.daemon =
        starter
            .withEnvironment("TMPDIR", directory.toString())
            .with(Tool.named("dockerd").command().get(0))
            .with("--iptables=false", "--ip6tables=false")
            .with(options)
            .with("--data-root", directory.resolve("data").toString())
            .with("--exec-root", directory.resolve("exec").toString())
            .with("--pidfile", directory.resolve("pid").toString())
            .process("--host", host)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    awaitAnswer();
  }

  /** Starts one with a network of its own, where containers have ports that are mapped. */
  static Docker apart(Path directory) throws IOException {
    return new Docker(
        directory,
        Tool.named("unshare")
            .with("--mount", "--net", "--", "sh", "-c", "ip link set lo up && exec \"$@\"", "sh"));
  }

  /** Runs a program in the daemon's network. */
  Tool inNetwork() {
    return Tool.named("nsenter")
        .withEnvironment("DOCKER_HOST", host)
        .with("--net=/proc/" + daemon.pid() + "/ns/net", "--");
  }

  /** A daemon that builds and runs what is for 64-bit ARM, in such a namespace. */
  static Docker emulating(ArmEmulation emulation, Path directory) throws IOException {
    return new Docker(directory, emulation.entrance(), "--bridge=none");
  }

  private void awaitAnswer() throws IOException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        client().run("version");
        return;
      } catch (AssertionError e) {
        if (!daemon.isAlive() || Instant.now().isAfter(deadline)) {
          close();
          throw new AssertionError("the daemon does not answer:\n" + Files.readString(log), e);
        }
        LockSupport.parkNanos(POLL_NANOS);
      }
    }
  }

  /** Where it listens. */
  String host() {
    return host;
  }

  @Override
  public Tool client() {
    return Tool.named("docker").withEnvironment("DOCKER_HOST", host);
  }

  /** Loads an image. */
  void load(ImageArchive archive, String reference) throws IOException {
    Tool.named("skopeo")
        .run(
            "copy", "--dest-daemon-host", host, archive.skopeoName(), "docker-daemon:" + reference);
  }

  /** Saves an image as an OCI image layout. */
  ImageArchive save(String reference, Path file) throws IOException {
    ImageArchive archive = new ImageArchive(file);
    Tool.named("skopeo")
        .with("copy", "--src-daemon-host", host, "docker-daemon:" + reference + ":latest")
        .run(archive.skopeoName());
    return archive;
  }

  /**
   * Makes an image of the JDK that runs this test.
   *
   * @param reference what to call it
   */
  void addJdkImage(String reference) throws IOException {
    Path root = directory.resolve("jdk");
    Path tar = directory.resolve("jdk.tar");
    StandInJdk.layOut(root);
    Tool.named("tar").run("--create", "--file=" + tar, "--directory=" + root, ".");
    client()
        .with("import", "--change", "ENV JAVA_HOME=" + StandInJdk.HOME)
        .with("--change", "ENV PATH=" + StandInJdk.HOME + "/bin:/usr/sbin:/usr/bin")
        .run(tar.toString(), reference);
  }

  @Override
  public void build(Path context, Path file, String tag) throws IOException {
    build("0", context, file, tag);
  }

  /** Builds an image where nothing can be pulled. */
  void build(String buildKit, Path context, Path file, String tag) throws IOException {
    client()
        .withEnvironment("DOCKER_BUILDKIT", buildKit)
        .with("build", "--network=none", "--tag=" + tag)
        .run("--file=" + file, context.toString());
  }

  /** Runs an image as it wants to be run, with less leave than most would give it. */
  RunningStore run(String container, String image, String... options) throws IOException {
    return RunningStore.start(
        client()
            .with("run", "--name", container)
            .with(options)
            .with("--read-only", "--cap-drop=ALL", "--security-opt=no-new-privileges")
            .process("--network=host", "--env=PORT=0", image));
  }

  /** Builds an image for a platform with BuildKit, as the classic builder knows one only. */
  void buildFor(String platform, Path context, Path file, String tag) throws IOException {
    client()
        .withEnvironment("DOCKER_BUILDKIT", "1")
        .with("build", "--network=none", "--platform=" + platform, "--tag=" + tag)
        .run("--file=" + file, context.toString());
  }

  /** Runs an image where no other process can reach it, in a container of the same name. */
  RunningStore runAlone(String image, String platform) throws IOException {
    return RunningStore.start(
        client()
            .with("run", "--name", image, "--platform=" + platform, "--network=none")
            .with("--read-only", "--cap-drop=ALL", "--security-opt=no-new-privileges")
            .process("--env=PORT=0", image));
  }

  /** This machine's bash, with a script and its arguments, on a container's network. */
  Tool beside(String container) throws IOException {
    String process = client().run("inspect", "--format={{.State.Pid}}", container).strip();
    return Tool.named("nsenter").with("--target=" + process, "--user", "--net", "--", "bash", "-c");
  }

  /** Waits until a container's health check has found it well. */
  void awaitHealth(String container) throws IOException {
    Instant deadline = Instant.now().plus(PATIENCE);
    String health = "";
    while (!health.equals("healthy")) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError(client().run("inspect", container));
      }
      LockSupport.parkNanos(POLL_NANOS);
      health = client().run("inspect", "--format={{.State.Health.Status}}", container).strip();
    }
  }

  @Override
  public void close() throws IOException {
    daemon.destroy();
    Tool.exitCode(daemon);
    Tool.named("rm").run("-r", directory.toString());
  }
}
