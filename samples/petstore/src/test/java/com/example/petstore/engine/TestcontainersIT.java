package com.example.petstore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsEngine({"docker", "dockerd", "ip", "nsenter", "unshare"})
class TestcontainersIT {

  @TempDir Path scratch;

  @Test
  void startTheImageThatTheDaemonWasGiven() throws IOException {
    try (Docker docker = Docker.apart(scratch.resolve("docker"))) {
      String said =
          docker
              .inNetwork()
              // The container that would clean up after a JVM that dies cannot be pulled here.
              .withEnvironment("TESTCONTAINERS_RYUK_DISABLED", "true")
              // Else it starts a container to ask for the way, where this itself runs in one.
              .withEnvironment("TESTCONTAINERS_HOST_OVERRIDE", "localhost")
              .with(System.getProperty("java.home") + "/bin/java", "-cp")
              .with(System.getProperty("java.class.path"))
              .run(BesideTestcontainers.class.getName());

      assertThat(said.lines()).containsExactly("petstore:latest", "[]");
      assertThat(docker.client().run("ps", "--all", "--quiet")).isEmpty();
    }
  }
}
