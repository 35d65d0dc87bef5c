package com.example.petstore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Dockerfile that the annotation processor has written, for both of Docker's builders. */
@NeedsEngine({"dockerd", "docker", "unshare"})
class DockerBuildIT {

  @TempDir static Path scratch;
  private static Docker docker;

  @BeforeAll
  static void bringTheJdk() throws IOException {
    docker = new Docker(scratch.resolve("docker"));
    docker.addJdkImage(GeneratedDockerfile.jdkImage());
  }

  @AfterAll
  static void close() throws IOException {
    docker.close();
  }

  @ParameterizedTest(name = "DOCKER_BUILDKIT={0}")
  @ValueSource(strings = {"0", "1"})
  void buildsAnImageThatRuns(String buildKit) throws Exception {
    String name = "built-" + buildKit;
    docker
        .client()
        .withEnvironment("DOCKER_BUILDKIT", buildKit)
        .with("build", "--network=none", "--tag=" + name)
        .run("--file=" + GeneratedDockerfile.FILE, ".");

    try (RunningStore store = docker.run(name, name)) {
      assertThat(store.client().get("/pets").body()).isEqualTo("[]");

      docker.client().run("stop", name);

      assertThat(store.exitCode()).isEqualTo(128 + 15);
    }
  }
}
