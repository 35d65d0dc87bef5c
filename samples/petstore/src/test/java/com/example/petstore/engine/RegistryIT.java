package com.example.petstore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.petstore.PetStoreImage;
import dev.parka.annotations.ImageDescriptor;
import dev.parka.image.BuiltImage;
import dev.parka.image.ContainerImages;
import dev.parka.registry.ImagePush;
import dev.parka.registry.PushedImage;
import dev.parka.registry.RegistryOptions;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.spec.ImageReference;
import dev.parka.verify.VerificationReport;
import dev.parka.verify.boot.BootPlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image in a registry: others find what was built, and another image stands on it. */
@NeedsEngine({"docker-registry", "podman", "runc", "skopeo"})
class RegistryIT {

  @TempDir static Path scratch;

  private static Process server;
  private static String host;
  private static PushedImage pushed;

  @BeforeAll
  static void push() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path config =
        Files.writeString(
            scratch.resolve("config.yml"),
            """
            version: 0.1
            log: {level: error}
            storage:
              filesystem: {rootdirectory: %s}
            http: {addr: "127.0.0.1:%d"}
            """
                .formatted(scratch.resolve("data"), port));
    server =
        Tool.named("docker-registry")
            .process("serve", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(scratch.resolve("log").toFile())
            .start();
    host = "127.0.0.1:" + port;
    awaitListening(port);
    pushed =
        ImagePush.with(RegistryOptions.ofThisUser())
            .push(ImageArchive.BUILT.file(), ImageReference.parse(host + "/shop/petstore:1"));
  }

  private static void awaitListening(int port) {
    long end = System.nanoTime() + 20_000_000_000L;
    while (System.nanoTime() < end) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException e) {
        Thread.onSpinWait();
      }
    }
    throw new AssertionError("docker-registry does not listen");
  }

  @AfterAll
  static void stop() {
    server.destroy();
  }

  @Test
  void skopeoAndPodmanFindTheManifestThatWasBuilt() throws IOException {
    String name = "docker://" + pushed.reference();
    String built = Tool.named("skopeo").run("inspect", "--raw", ImageArchive.BUILT.skopeoName());
    assertThat(Tool.named("skopeo").run("inspect", "--raw", "--tls-verify=false", name))
        .isEqualTo(built);
    assertThat(
            Tool.named("skopeo")
                .run("inspect", "--format", "{{.Digest}}", "--tls-verify=false", name))
        .isEqualToIgnoringNewLines(pushed.digest().toString());
    try (ContainerStore containers = new ContainerStore(scratch.resolve("store"))) {
      containers.podman().run("pull", "--tls-verify=false", pushed.pinned().toString());
      assertThat(containers.podman().run("images", "--digests", "--format", "{{.Digest}}"))
          .isEqualToIgnoringNewLines(pushed.digest().toString());
    }
  }

  @Test
  void anotherImageStandsOnItAndRuns() {
    ImageDescriptor onBase =
        new ImageDescriptor() {
          private final PetStoreImage own = new PetStoreImage();

          @Override
          public String mainClass() {
            return own.mainClass();
          }

          @Override
          public String name() {
            return own.name();
          }

          @Override
          public List<Integer> ports() {
            return own.ports();
          }

          @Override
          public String base() {
            return pushed.pinned().toString();
          }
        };
    try (BuiltImage image =
        ContainerImages.of(onBase)
            .classPath(ClassPath.parse("target/petstore.jar:target/lib/*"))
            .build()) {
      VerificationReport report = image.verify(BootPlan.DEFAULT);
      assertThat(report.findings()).isEmpty();
      PushedImage other = image.push(ImageReference.parse(host + "/other/app:1"));
      // All of its layers are the base's as well; its configuration alone is new.
      assertThat(other.blobs().sent()).isEqualTo(1);
      assertThat(other.blobs().mounted()).isEqualTo(4);
    }
  }
}
