package com.example.petstore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.petstore.PetClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The smallest image that there is: of what a recorded run loaded, what the application refers to,
 * and one step from both. See docs/adr/0020-unwind-tables-and-recorded-classes.md.
 */
@NeedsEngine({"podman", "runc"})
class SmallestImageIT {

  /** The Go service whose image began all this. */
  private static final long BYTES_ASKED = 11_800_000;

  private static final Tool JAVA =
      new Tool(List.of(System.getProperty("java.home") + "/bin/java"), Map.of());

  @TempDir private Path folder;

  @Test
  void isSmallerThanWhatWasAskedAndAnswersAsTheJarDoes() throws Exception {
    Path run = folder.resolve("run.log");
    List<String> expected;
    try (RunningStore store =
        RunningStore.start(
            JAVA.withEnvironment("PORT", "0")
                .process(
                    "-Xshare:off",
                    "--limit-modules=java.base,java.logging,jdk.crypto.ec,jdk.httpserver",
                    "-Xlog:class+load,module+load,gc+init:file=" + run,
                    "-jar",
                    "target/petstore.jar"))) {
      expected = converse(store.client());
      store.terminate();
      store.exitCode();
    }
    Path image = folder.resolve("image");

    JAVA.run(
        "-jar",
        "../../core/image/target/parka-cli.jar",
        "build",
        "--class-path=target/petstore.jar:target/lib/*",
        "--main-class=com.example.petstore.PetStore",
        "--strip=unreferenced-classes",
        "--trace=" + run,
        "--trace-mode=only",
        "--compression=zstd:19",
        "--verify",
        "--boot=http:8080/health",
        "--output=" + image + "/");

    assertThat(bytes(image)).isLessThanOrEqualTo(BYTES_ASKED);
    try (ContainerStore containers = new ContainerStore(folder.resolve("store"))) {
      containers.podman().run("pull", "oci:" + image);
      String id = containers.podman().run("images", "--quiet", "--no-trunc").strip();
      try (RunningStore store = containers.run("small", id)) {
        assertThat(converse(store.client())).isEqualTo(expected);
        containers.podman().run("stop", "small");
        assertThat(store.exitCode()).isEqualTo(128 + 15);
      }
    }
  }

  /** Every path and method, two wrong bodies and a missing pet. */
  private static List<String> converse(PetClient client) throws IOException {
    List<HttpResponse<String>> answers =
        List.of(
            client.get("/health"),
            client.get("/pets"),
            client.post("/pets", "{\"name\":\"Rex\",\"species\":\"dog\"}"),
            client.get("/pets/1"),
            client.get("/pets/999"),
            client.post("/pets", "{bad"),
            client.send("POST", "/pets", "{bad"),
            client.send("DELETE", "/pets/1", ""),
            client.get("/nothing"),
            client.send("PUT", "/pets", ""),
            client.send("HEAD", "/pets", ""));
    return answers.stream().map(answer -> answer.statusCode() + " " + answer.body()).toList();
  }

  private static long bytes(Path layout) throws IOException {
    try (Stream<Path> files = Files.walk(layout.resolve("blobs"))) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
