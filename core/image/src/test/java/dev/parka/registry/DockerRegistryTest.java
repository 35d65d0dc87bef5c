package dev.parka.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.oci.HandMadeImage;
import dev.parka.oci.HandMadeLayer;
import dev.parka.spec.ImageReference;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same against a registry that others wrote, with connections that are cut on the way. */
@Tag("engine")
class DockerRegistryTest {

  private static final Path PROGRAM = Path.of("/usr/bin/docker-registry");
  private static final int LARGE = 700_000;
  private static final long[] CUTS = {0, 1, 200, 900, 5_000, 66_000, 300_000, 699_000};

  @TempDir private static Path temporary;

  private static Process server;
  private static int port;

  private final TestPatience patience = new TestPatience();

  @BeforeAll
  static void start() throws IOException {
    if (!Files.isExecutable(PROGRAM)) {
      String reason = "DockerRegistryTest needs docker-registry";
      if (System.getProperty("parka.engines", "optional").equals("required")) {
        throw new AssertionError(reason);
      }
      System.err.println("Skipped: " + reason);
      Assumptions.abort(reason);
    }
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path config =
        Files.writeString(
            temporary.resolve("config.yml"),
            """
            version: 0.1
            log: {level: error}
            storage:
              filesystem: {rootdirectory: %s}
            http: {addr: "127.0.0.1:%d"}
            """
                .formatted(temporary.resolve("data"), port));
    server =
        new ProcessBuilder(PROGRAM.toString(), "serve", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(temporary.resolve("log").toFile())
            .start();
    awaitListening();
  }

  private static void awaitListening() {
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
    if (server != null) {
      server.destroy();
    }
  }

  private static Path image(Path directory, int seed) throws IOException {
    byte[] noise = new byte[LARGE];
    new Random(seed).nextBytes(noise);
    return HandMadeImage.good()
        .layer(new HandMadeLayer().file("noise", 0644, noise))
        .write(directory);
  }

  private PushedImage push(Path layout, String reference) throws IOException {
    return ImagePush.with(patience.options())
        .withoutCache()
        .push(layout, ImageReference.parse(reference));
  }

  private PulledImage pull(String reference, Path to) throws IOException {
    return ImagePull.with(patience.options())
        .in(Optional.empty())
        .pull(ImageReference.parse(reference), ImagePullTest.PLATFORM, Files.createDirectory(to));
  }

  @Test
  void bytesComeBackAsTheyWere() throws IOException {
    Path layout = image(temporary.resolve("plain"), 1);
    String reference = "127.0.0.1:" + port + "/plain/app:1";
    PushedImage pushed = push(layout, reference);
    assertThat(pushed.blobs().sent()).isEqualTo(4);
    PulledImage pulled = pull(reference, temporary.resolve("plain-back"));
    assertThat(pulled.image()).isEqualTo(pushed.digest());
    assertSameBlobs(layout, pulled.layout());
    PushedImage mounted =
        ImagePush.with(patience.options())
            .withoutCache()
            .mountingFrom(ImageReference.parse(reference))
            .push(layout, ImageReference.parse("127.0.0.1:" + port + "/other/app:1"));
    assertThat(mounted.blobs().mounted()).isEqualTo(4);
  }

  @Test
  void everyCutIsSurvived() throws IOException {
    try (CuttingProxy proxy = new CuttingProxy(port)) {
      for (int i = 0; i < CUTS.length; i++) {
        Path layout = image(temporary.resolve("cut" + i), 100 + i);
        String reference = proxy.host() + "/cut" + i + "/app:1";
        proxy.cutUpAfter(CUTS[i]);
        PushedImage pushed = push(layout, reference);
        assertThat(proxy.isArmed()).as("cut up after %d", CUTS[i]).isFalse();
        proxy.cutDownAfter(CUTS[i]);
        PulledImage pulled = pull(reference, temporary.resolve("back" + i));
        assertThat(proxy.isArmed()).as("cut down after %d", CUTS[i]).isFalse();
        assertThat(pulled.image()).isEqualTo(pushed.digest());
        assertSameBlobs(layout, pulled.layout());
      }
    }
  }

  @Test
  void anotherToolFindsTheSameManifest() throws IOException, InterruptedException {
    Path skopeo = Path.of("/usr/bin/skopeo");
    Assumptions.assumeTrue(
        Files.isExecutable(skopeo)
            || System.getProperty("parka.engines", "optional").equals("required"));
    String reference = "127.0.0.1:" + port + "/seen/app:1";
    PushedImage pushed = push(image(temporary.resolve("seen"), 3), reference);
    Process process =
        new ProcessBuilder(
                skopeo.toString(),
                "inspect",
                "--tls-verify=false",
                "--raw",
                "docker://" + reference)
            .start();
    byte[] manifest = process.getInputStream().readAllBytes();
    assertThat(process.waitFor())
        .as(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .isZero();
    assertThat(HandMadeImage.sha256(manifest)).isEqualTo(pushed.digest().hex());
  }

  private static void assertSameBlobs(Path expected, Path actual) throws IOException {
    try (var blobs = Files.list(expected.resolve("blobs/sha256"))) {
      for (Path blob : (Iterable<Path>) blobs::iterator) {
        assertThat(actual.resolve("blobs/sha256").resolve(blob.getFileName().toString()))
            .hasSameBinaryContentAs(blob);
      }
    }
  }
}
