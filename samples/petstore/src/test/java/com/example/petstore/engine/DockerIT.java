package com.example.petstore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsEngine({"dockerd", "docker", "skopeo", "unshare"})
class DockerIT {

  @TempDir Path scratch;

  @Test
  void runsTheImage() throws Exception {
    try (Docker docker = new Docker(scratch.resolve("docker"))) {
      docker.load(ImageArchive.BUILT, "petstore:test");
      try (RunningStore store = docker.run("store", "petstore:test")) {
        assertThat(store.client().get("/health").statusCode()).isEqualTo(200);
        assertThat(store.client().get("/pets").body()).isEqualTo("[]");
        assertThat(docker.client().run("top", "store", "-o", "pid,uid,args").lines())
            .hasSize(2)
            .last()
            .asString()
            .matches(" *\\d+ +65532 +/opt/java/bin/java .* com\\.example\\.petstore\\.PetStore");

        docker.client().run("stop", "store");

        assertThat(store.exitCode()).isEqualTo(128 + 15);
        assertThat(store.log()).last().asString().endsWith(" INFO closed");
      }
    }
  }
}
