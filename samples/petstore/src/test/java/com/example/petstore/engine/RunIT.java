package com.example.petstore.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.petstore.PetClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The image in the foreground of the command line: with nothing but this machine, and in engines.
 */
@NeedsEngine({"dockerd", "docker", "podman", "runc", "unshare"})
class RunIT {

  private static final Path CLI = Path.of("../../core/image/target/parka-cli.jar");
  private static final Pattern PORT = Pattern.compile("port 8080 is at 127\\.0\\.0\\.1:([0-9]+)");
  private static final int TERMINATED = 143;

  @TempDir Path scratch;

  private static Tool cli(String... options) {
    return new Tool(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()), Map.of())
        .with("-jar", CLI.toString(), "run", "-p", "0:8080")
        .with(options);
  }

  @Test
  void runsAsLongAsTheStoreDoes() throws IOException {
    runAndStop(cli("--read-only"), ".*chroot.*, a network of its own\\)");
  }

  @Test
  void runsInDocker() throws IOException {
    try (Docker docker = new Docker(scratch.resolve("docker"))) {
      Tool run = cli("--isolation=docker", "-e", "PORT=8080");
      runAndStop(
          run.withEnvironment("DOCKER_HOST", docker.host()),
          "runs as 65532:65532 \\(docker, .*\\)");
      assertThat(docker.client().run("ps", "--all", "--quiet")).isEmpty();
      assertThat(docker.client().run("images", "--quiet")).isEmpty();
    }
  }

  @Test
  void runsInPodman() throws IOException {
    Path settings = Files.createDirectory(scratch.resolve("podman"));
    // As the other tests run it: see ContainerStore.
    Path engine =
        Files.writeString(
            settings.resolve("containers.conf"),
            """
            [engine]
            runtime = "runc"
            cgroup_manager = "cgroupfs"
            events_logger = "file"
            [containers]
            default_ulimits = ["nofile=1024:1024", "nproc=1024:1024"]
            """);
    Path storage =
        Files.writeString(
            settings.resolve("storage.conf"),
            "[storage]\ndriver = \"vfs\"\nrunroot = \"%s\"\ngraphroot = \"%s\"\n"
                .formatted(settings.resolve("run"), settings.resolve("root")));

    runAndStop(
        cli("--isolation=podman")
            .withEnvironment("CONTAINERS_CONF", engine.toString())
            .withEnvironment("CONTAINERS_STORAGE_CONF", storage.toString()),
        "runs as 65532:65532 \\(podman, .*\\)");

    Tool podman =
        Tool.named("podman")
            .withEnvironment("CONTAINERS_CONF", engine.toString())
            .withEnvironment("CONTAINERS_STORAGE_CONF", storage.toString());
    assertThat(podman.run("ps", "--all", "--quiet")).isEmpty();
    assertThat(podman.run("images", "--quiet")).isEmpty();
    Tool.named("rm").run("-r", settings.toString());
  }

  private static void runAndStop(Tool run, String expected) throws IOException {
    Process process =
        run.process(ImageArchive.BUILT.file().toString()).redirectErrorStream(true).start();
    StringBuilder said = new StringBuilder();
    try (BufferedReader output = process.inputReader(UTF_8)) {
      int port = 8080;
      for (String line = output.readLine();
          line != null && !line.contains(" INFO open on port");
          line = output.readLine()) {
        said.append(line).append('\n');
        Matcher matcher = PORT.matcher(line);
        if (matcher.matches()) {
          port = Integer.parseInt(matcher.group(1));
        }
      }
      assertThat(said.toString()).containsPattern(expected);
      assertThat(new PetClient(port).get("/health").statusCode()).isEqualTo(200);
      process.toHandle().destroy();
      assertThat(Tool.exitCode(process)).as(said.toString()).isEqualTo(TERMINATED);
    } finally {
      process.destroyForcibly();
    }
  }
}
