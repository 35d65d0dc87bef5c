package com.example.petstore.engine;

import com.example.petstore.PetClient;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Goes the way of {@code journey/README.md}: builds every step on a Docker daemon of its own, as
 * root, from the directory of this module, and writes a table and a chart.
 */
final class Journey {

  private static final int STARTS = 7;
  private static final double NANOS = 1e9;
  private static final long POLL_NANOS = 2_000_000;
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private final Docker docker;
  private final Path directory;

  private Journey(Docker docker, Path directory) {
    this.docker = docker;
    this.directory = directory;
  }

  /** Takes the files to write the table and the chart to. */
  public static void main(String[] args) throws IOException {
    Path directory = Files.createDirectories(Path.of("target/journey").toAbsolutePath());
    try (Docker docker = new Docker(Files.createTempDirectory("journey"))) {
      new JourneyBases(directory.resolve("bases")).bring(docker.client());
      Journey journey = new Journey(docker, directory);
      JourneyContext context = JourneyContext.layOut(directory.resolve("context"));
      Tool client = docker.client().withEnvironment("DOCKER_BUILDKIT", "1");
      List<JourneyRow> rows = new ArrayList<>();
      StringBuilder table = new StringBuilder(JourneyRow.HEADER);
      for (JourneyStep step : JourneyStep.all(client, context)) {
        JourneyRow row = journey.measure(step);
        System.out.print(row.markdown());
        table.append(row.markdown());
        rows.add(row);
      }
      Files.writeString(Path.of(args[0]), table);
      Files.writeString(Path.of(args[1]), JourneyChart.svg(rows));
    }
  }

  private JourneyRow measure(JourneyStep step) throws IOException {
    long begin = System.nanoTime();
    step.build().run();
    double build = (System.nanoTime() - begin) / NANOS;
    String size =
        docker.client().run("image", "inspect", "--format={{.Size}}", step.image()).strip();
    List<Long> layers = compressedLayers(step.image());
    return new JourneyRow(
        step.title(),
        Long.parseLong(size),
        layers.stream().mapToLong(Long::longValue).sum(),
        layers.size(),
        packages(step.image()),
        build,
        start(step.image()));
  }

  /** As a registry would get them. */
  private List<Long> compressedLayers(String image) throws IOException {
    Path layout = directory.resolve("layout");
    Tool.named("rm").run("-rf", layout.toString());
    Tool.named("skopeo")
        .with("copy", "--src-daemon-host", docker.client().environment().get("DOCKER_HOST"))
        .run("docker-daemon:" + image + ":latest", "oci:" + layout + ":" + image);
    String manifest = Tool.named("skopeo").run("inspect", "--raw", "oci:" + layout + ":" + image);
    List<?> layers = (List<?>) JSON.std.mapFrom(manifest).get("layers");
    return layers.stream()
        .map(layer -> ((Number) ((Map<?, ?>) layer).get("size")).longValue())
        .toList();
  }

  private long packages(String image) throws IOException {
    String container = docker.client().run("create", image).strip();
    Path tar = directory.resolve("files.tar");
    docker.client().run("export", "--output=" + tar, container);
    docker.client().run("rm", container);
    String lists =
        Tool.named("tar")
            .with("--extract", "--to-stdout", "--file=" + tar, "--wildcards")
            .run("var/lib/dpkg/status*");
    return lists.lines().filter(line -> line.startsWith("Package: ")).count();
  }

  /** The median of several containers. */
  private double start(String image) throws IOException {
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      seconds.add(startOnce(image, "run-" + image + "-" + i));
    }
    return seconds.stream().sorted().toList().get(STARTS / 2);
  }

  private double startOnce(String image, String container) throws IOException {
    int port = freePort();
    PetClient client = new PetClient(port);
    long begin = System.nanoTime();
    Process run =
        docker
            .client()
            .with("run", "--rm", "--name", container)
            .process("--network=host", "--env=PORT=" + port, image)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("run.log").toFile())
            .start();
    awaitAnswer(client, begin);
    double seconds = (System.nanoTime() - begin) / NANOS;
    docker.client().run("kill", container);
    Tool.exitCode(run);
    return seconds;
  }

  private void awaitAnswer(PetClient client, long begin) throws IOException {
    while (true) {
      try {
        client.get("/pets");
        return;
      } catch (IOException e) {
        if (System.nanoTime() - begin > PATIENCE_NANOS) {
          throw new IOException(Files.readString(directory.resolve("run.log")), e);
        }
        LockSupport.parkNanos(POLL_NANOS);
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
