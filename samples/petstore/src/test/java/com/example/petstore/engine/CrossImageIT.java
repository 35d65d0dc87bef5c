package com.example.petstore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An image for 64-bit ARM, made where that cannot run: its JDK and its shared libraries are
 * Debian's packages for ARM, linked by a JDK of this machine; qemu's emulator runs it.
 */
@NeedsEngine({"apt-get", "qemu-aarch64-static"})
class CrossImageIT {

  /** The JDK of Debian bookworm, and what its native libraries need. */
  private static final String[] PACKAGES = {
    "openjdk-17-jre-headless",
    "openjdk-17-jdk-headless",
    "libc6",
    "libgcc-s1",
    "libstdc++6",
    "zlib1g"
  };

  @TempDir Path scratch;

  @Test
  void answersUnderAnEmulator() throws IOException {
    Path debs = fetch();
    Path tar = scratch.resolve("petstore.oci.tar");

    String report =
        cli()
            .run(
                "build",
                "--class-path=target/petstore.jar:target/lib/*",
                "--main-class=com.example.petstore.PetStore",
                "--jdk=" + debs + "/*",
                "--platform=linux/arm64",
                "--verify",
                "--boot=http:8080/health",
                "--output=" + tar);

    assertThat(report)
        .contains(
            "petstore:latest for linux/arm64\n",
            "http://localhost:8080/health answered\n",
            "the application ran under qemu-aarch64-static")
        .containsPattern("result +good\n");
    assertThat(Tool.named("skopeo").run("inspect", "--raw", "--config", "oci-archive:" + tar))
        .contains("\"architecture\":\"arm64\"");
  }

  private Path fetch() throws IOException {
    try {
      return DebianPackages.fetch(scratch.resolve("apt"), "arm64", PACKAGES);
    } catch (AssertionError e) {
      if (System.getProperty("parka.engines", "optional").equals("required")) {
        throw e;
      }
      return abort("Debian's packages for arm64 cannot be had: " + e.getMessage());
    }
  }

  private Tool cli() throws IOException {
    return new Tool(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-jar",
                "../../core/image/target/parka-cli.jar"),
            Map.of())
        .withEnvironment("PARKA_CACHE", Files.createDirectory(scratch.resolve("cache")).toString());
  }
}
