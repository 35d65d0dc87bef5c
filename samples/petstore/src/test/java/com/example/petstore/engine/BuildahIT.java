package com.example.petstore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Dockerfile that the annotation processor has written, and what it shares with the image. */
@NeedsEngine({"buildah", "podman", "runc", "skopeo", "umoci"})
class BuildahIT {

  private static final String IMAGE = "localhost/petstore:built";

  @TempDir static Path scratch;
  private static ContainerStore containers;

  @BeforeAll
  static void build() throws IOException {
    containers = new ContainerStore(scratch.resolve("store"));
    containers.addJdkImage(GeneratedDockerfile.jdkImage());
    String context = Files.createDirectory(scratch.resolve("context")).toString();
    Tool.named("cp").run("-r", "--parents", "target/petstore.jar", "target/lib", context);
    // As umask 077 leaves files: the image's user could not read them.
    Tool.named("chmod").run("-R", "go=", context);
    containers
        .buildah()
        .with("build", "--isolation=chroot", "--pull-never", "--tag=" + IMAGE)
        .run("--file=" + GeneratedDockerfile.FILE, context);
  }

  @AfterAll
  static void close() throws IOException {
    containers.close();
  }

  @Test
  void buildsAnImageThatRuns() throws Exception {
    try (RunningStore store = containers.run("store", IMAGE)) {
      assertThat(store.client().get("/pets").body()).isEqualTo("[]");
      assertThat(containers.podman().run("top", "store", "huser").lines())
          .last()
          .isEqualTo("65532");

      containers.podman().run("stop", "store");

      assertThat(store.exitCode()).isEqualTo(128 + 15);
    }
  }

  @Test
  void buildsWhatIsBuiltWithoutADaemon() throws Exception {
    ImageArchive built = new ImageArchive(scratch.resolve("built.oci.tar"));
    containers.buildah().run("push", IMAGE, built.skopeoName());

    assertThat(EngineConfig.withoutTheEnginesOwn(built.config()))
        .isEqualTo(ImageArchive.BUILT.config());
    assertThat(paths(built.unpack(Files.createDirectory(scratch.resolve("built")))))
        .isEqualTo(
            paths(ImageArchive.BUILT.unpack(Files.createDirectory(scratch.resolve("here")))));
  }

  private static List<String> paths(Path bundle) throws IOException {
    Path root = bundle.resolve("rootfs");
    try (Stream<Path> files = Files.walk(root)) {
      return files.map(file -> root.relativize(file).toString()).sorted().toList();
    }
  }
}
