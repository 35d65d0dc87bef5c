package com.example.petstore.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One fresh store of images and containers that buildah and podman share. */
final class ContainerStore implements StandInImages.Engine, AutoCloseable {

  private static final int PATIENCE_SECONDS = 60;

  private final Path directory;
  private final boolean overlaid;

  /** A store in this directory. */
  ContainerStore(Path directory) throws IOException {
    this(directory, false);
  }

  private ContainerStore(Path directory, boolean overlaid) throws IOException {
    this.directory = directory;
    this.overlaid = overlaid;
    Files.createDirectories(directory.resolve("tmp"));
  }

  /** A store for many layers, of which none is a copy of all that lie below. */
  static ContainerStore overlaid(Path directory) throws IOException {
    return new ContainerStore(directory, true);
  }

  Tool buildah() {
    return onStore("buildah");
  }

  Tool podman() {
    // crun fails where cgroups of both versions are mounted, and systemd need not run here.
    return onStore("podman")
        .with("--tmpdir", directory.resolve("state").toString())
        .with("--cgroup-manager=cgroupfs", "--events-backend=file", "--runtime=runc");
  }

  @Override
  public Tool client() {
    return podman();
  }

  private Tool onStore(String name) {
    // In a mount namespace of its own, a program leaves no mounts behind.
    Tool program =
        overlaid
            ? Tool.named("unshare").with("--mount", "--", Tool.named(name).command().get(0))
            : Tool.named(name);
    return program
        .withEnvironment("TMPDIR", directory.resolve("tmp").toString())
        .with("--root", directory.resolve("root").toString())
        .with("--runroot", directory.resolve("run").toString())
        // Slow, but leaves no mounts behind and works in a container too.
        .with("--storage-driver=" + (overlaid ? "overlay" : "vfs"));
  }

  /**
   * Makes an image of the JDK that runs this test.
   *
   * @param reference what to call it
   */
  void addJdkImage(String reference) throws IOException {
    Path root = directory.resolve("jdk");
    StandInJdk.layOut(root);
    String container = buildah().run("from", "scratch").strip();
    buildah().run("copy", container, root.toString(), "/");
    buildah()
        .with("config", "--env=JAVA_HOME=" + StandInJdk.HOME)
        .run("--env=PATH=" + StandInJdk.HOME + "/bin:/usr/sbin:/usr/bin", container);
    buildah().run("commit", "--rm", container, reference);
  }

  @Override
  public void build(Path context, Path file, String tag) throws IOException {
    build(context, file, tag, new String[0]);
  }

  /** Builds an image as it would be built where nothing can be pulled. */
  void build(Path context, Path file, String tag, String... options) throws IOException {
    buildah()
        .with("build", "--isolation=chroot", "--pull-never", "--layers", "--tag=" + tag)
        .with(options)
        .run("--file=" + file, context.toString());
  }

  /** Runs an image as it wants to be run, with less leave than most would give it. */
  RunningStore run(String container, String image) throws IOException {
    return RunningStore.start(
        podman()
            .with("run", "--name", container, "--pull=never")
            .with("--read-only", "--cap-drop=all", "--security-opt=no-new-privileges")
            // The default limits are above what root may set without CAP_SYS_RESOURCE.
            .with("--ulimit=nofile=1024:1024", "--ulimit=nproc=1024:1024")
            .process("--network=host", "--env=PORT=0", image));
  }

  /** Ends whatever still runs, and removes everything. */
  @Override
  public void close() throws IOException {
    podman().run("rm", "--all", "--force", "--time=0");
    // When a container has ended, its monitor starts podman once more to clean up after it.
    for (var left = anyProcess(); left.isPresent(); left = anyProcess()) {
      left.get().onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
    Tool.named("rm").run("-r", directory.toString());
  }

  private Optional<ProcessHandle> anyProcess() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(directory.toString()))
        .findFirst();
  }
}
