package com.example.petstore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsEngine({"podman", "runc"})
class PodmanIT {

  @TempDir Path scratch;

  @Test
  void runsTheImage() throws Exception {
    try (ContainerStore containers = new ContainerStore(scratch.resolve("store"))) {
      containers.podman().run("pull", ImageArchive.BUILT.skopeoName());
      String image = containers.podman().run("images", "--quiet", "--no-trunc").strip();
      try (RunningStore store = containers.run("store", image)) {
        assertThat(store.client().get("/health").statusCode()).isEqualTo(200);
        assertThat(store.client().get("/pets").body()).isEqualTo("[]");
        assertThat(containers.podman().run("top", "store", "huser").lines())
            .last()
            .isEqualTo("65532");

        containers.podman().run("stop", "store");

        assertThat(store.exitCode()).isEqualTo(128 + 15);
        assertThat(store.log()).last().asString().endsWith(" INFO closed");
      }
    }
  }
}
