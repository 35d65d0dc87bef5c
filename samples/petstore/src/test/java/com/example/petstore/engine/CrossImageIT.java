package com.example.petstore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/**
 * Images for 64-bit ARM, made where that cannot run. The JDK and the shared libraries are Debian's
 * packages for ARM, linked by a JDK of this machine, or under an emulator in a Dockerfile's build;
 * qemu's emulator runs the images.
 */
@NeedsEngine({"apt-get", "docker", "dockerd", "dpkg-deb", "nsenter", "qemu-aarch64-static"})
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

  private static final int ELF_MACHINE = 18;
  private static final int ARM64 = 183;

  /** Asks an application that listens where no other process does. */
  private static final String ASK =
      "exec 3<>/dev/tcp/127.0.0.1/$0 && printf 'GET /pets HTTP/1.0\\r\\n\\r\\n' >&3 && cat <&3";

  @TempDir static Path scratch;
  private static Path debs;

  @BeforeAll
  static void fetch() throws IOException {
    List<String> names = new ArrayList<>(List.of(PACKAGES));
    names.addAll(StandInArmJdk.PROGRAMS);
    try {
      debs = DebianPackages.fetch(scratch.resolve("apt"), "arm64", names.toArray(String[]::new));
    } catch (AssertionError e) {
      if (System.getProperty("parka.engines", "optional").equals("required")) {
        throw e;
      }
      abort("Debian's packages for arm64 cannot be had: " + e.getMessage());
    }
  }

  @Test
  void answersUnderAnEmulator() throws IOException {
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

  /** The file that is built for this machine as well; Debian has no newer JDK for ARM. */
  @Test
  @EnabledForJreRange(max = JRE.JAVA_17)
  void isBuiltFromTheSameDockerfile() throws IOException {
    String name = "store-for-arm";
    try (ArmEmulation emulation = ArmEmulation.begin();
        Docker docker = Docker.emulating(emulation, scratch.resolve("docker"))) {
      StandInArmJdk.load(docker, debs, scratch.resolve("jdk"), GeneratedDockerfile.jdkImage());

      docker.buildFor(ArmEmulation.PLATFORM, Path.of("."), GeneratedDockerfile.FILE, name);

      assertThat(docker.client().run("inspect", "--format={{.Os}}/{{.Architecture}}", name).strip())
          .isEqualTo(ArmEmulation.PLATFORM);
      try (RunningStore store = docker.runAlone(name, ArmEmulation.PLATFORM)) {
        Path java = scratch.resolve("java-for-arm");
        docker.client().run("cp", name + ":/opt/java/bin/java", java.toString());
        assertThat(machine(java)).isEqualTo(ARM64);
        assertThat(docker.beside(name).run(ASK, Integer.toString(store.port())))
            .startsWith("HTTP/1.1 200 OK\r\n")
            .endsWith("\r\n\r\n[]");
        docker.client().run("rm", "--force", name);
      }
    }
  }

  private static int machine(Path program) throws IOException {
    return ByteBuffer.wrap(Files.readAllBytes(program))
        .order(ByteOrder.LITTLE_ENDIAN)
        .getShort(ELF_MACHINE);
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
