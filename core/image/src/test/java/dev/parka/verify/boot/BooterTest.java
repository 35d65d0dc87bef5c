package dev.parka.verify.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.parka.oci.HandMadeImage;
import dev.parka.oci.HandMadeLayer;
import dev.parka.oci.ImageArchive;
import dev.parka.oci.LayerReader;
import dev.parka.runtime.tree.Content;
import dev.parka.verify.boot.BootResult.Outcome;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class BooterTest {

  /** Long enough for a busy machine; nothing waits for it where all goes well. */
  private static final BootPlan PLAN =
      BootPlan.DEFAULT.within(Duration.ofMinutes(2), Duration.ofMinutes(1));

  private static BootableImage image;

  @TempDir private Path temporary;

  @BeforeAll
  static void link() throws IOException, InterruptedException {
    image = BootableImage.shared();
  }

  /** E: whatever happened, nothing is left. */
  @AfterEach
  void leavesNothingBehind() throws IOException {
    assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(remains()).isEmpty();
    assertThat(Files.readAllLines(Path.of("/proc/self/mounts")))
        .noneMatch(line -> line.contains(TemporaryDirectory.PREFIX));
  }

  private static List<Path> remains() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(f -> f.getFileName().toString().startsWith(TemporaryDirectory.PREFIX))
          .toList();
    }
  }

  private BootResult boot(HandMadeImage made, BootPlan plan) throws IOException {
    Path directory = Files.createTempDirectory(temporary, "image");
    try (ImageArchive archive = ImageArchive.open(made.write(directory))) {
      return Booter.boot(whole(StoredImage.of(archive, Optional.empty())), plan);
    }
  }

  private static StoredImage whole(StoredImage stored) {
    List<Content> layers = new ArrayList<>(image.layers());
    layers.addAll(stored.layers());
    return new StoredImage(stored.config(), stored.document(), layers);
  }

  /** Boots in one way, and skips the test with the reason where that is not allowed. */
  private BootResult boot(HandMadeImage made, BootPlan plan, Isolation way) throws IOException {
    BootResult result = boot(made, plan.only(way));
    if (result.outcome() == Outcome.CANNOT_START) {
      String reason = way + " is not allowed here: " + result.fact() + " " + result.notes();
      if (System.getProperty("parka.engines", "optional").equals("required")) {
        throw new AssertionError(reason);
      }
      abort(reason);
    }
    return result;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Isolation.class,
      names = {"CHROOT", "USER_NAMESPACE"})
  void runsAsProcessOneOfItsUserWithItsEnvironment(Isolation way) throws IOException {
    BootResult result = boot(image.running("tell"), PLAN.withProbe(new Probe.Exit(0)), way);

    assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.BOOTED);
    assertThat(result.run().output())
        .containsExactly(
            "pid 1",
            "directory /app",
            "environment {LEVEL=info,"
                + " PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin}",
            "Uid: 65532 65532 65532 65532",
            "Gid: 65532 65532 65532 65532",
            "CapEff: 0000000000000000");
    assertThat(result.notes()).containsExactly("the variable LD_PRELOAD was withheld");
    assertThat(result.run().user()).isEqualTo("65532:65532");
  }

  /** A: what it is told passes a shell, of which nothing in it may make use. */
  @ParameterizedTest
  @EnumSource(
      value = Isolation.class,
      names = {"CHROOT", "USER_NAMESPACE", "NONE"})
  void isToldEveryCharacter(Isolation way) throws IOException {
    String hostile = " $(id) `id` \\n \\\n=two\n+three\n.\n\n'\"*\t";
    HandMadeImage made =
        image.running("echo", hostile).container(c -> c.withArray("Env").add("TEXT=" + hostile));

    BootResult result = boot(made, PLAN.withProbe(new Probe.Exit(0)), way);

    String told = "[" + hostile + "]";
    assertThat(String.join("\n", result.run().output())).isEqualTo(told + "\n" + told);
  }

  @ParameterizedTest
  @EnumSource(
      value = Isolation.class,
      names = {"CHROOT", "USER_NAMESPACE", "NONE"})
  void loadsMainClassInDryRun(Isolation way) throws IOException {
    BootResult result = boot(image.running("fail"), PLAN, way);

    assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.BOOTED);
    assertThat(result.toString())
        .matches(
            "booted in [0-9.]+ s as 65532:65532 \\("
                + way.toString()
                + "\\): its main class loads");
  }

  @ParameterizedTest
  @EnumSource(
      value = Isolation.class,
      names = {"CHROOT", "USER_NAMESPACE", "NONE"})
  void findsMainClassThatIsMissing(Isolation way) throws IOException {
    HandMadeImage made =
        image
            .running()
            .container(
                c ->
                    c.putArray("Entrypoint")
                        .add("/opt/java/bin/java")
                        .add("@/app/class-path")
                        .add("Gone"));

    BootResult result = boot(made, PLAN, way);

    assertThat(result.outcome()).isEqualTo(Outcome.EXITED);
    assertThat(result.fact()).matches("exit code 1 after [0-9.]+ s");
    assertThat(result.run().output()).contains("Error: Could not find or load main class Gone");
  }

  @ParameterizedTest
  @EnumSource(
      value = Isolation.class,
      names = {"CHROOT", "USER_NAMESPACE", "NONE"})
  void connectsAndStops(Isolation way) throws IOException {
    int port = freePort();
    HandMadeImage made =
        image
            .running("serve", String.valueOf(port))
            .container(c -> c.putObject("ExposedPorts").putObject(port + "/tcp"));

    BootResult result = boot(made, PLAN, way);

    assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.BOOTED);
    assertThat(result.probe()).isEqualTo(new Probe.Tcp(port));
    assertThat(result.run().exitCode()).hasValue(143);
    assertThat(result.notes().contains("the network was this machine's"))
        .as(result.notes().toString())
        .isEqualTo(way == Isolation.NONE);
  }

  @Test
  void asksOverHttpAndStopsWithTheImagesSignal() throws IOException {
    int port = freePort();
    HandMadeImage made =
        image.running("serve", String.valueOf(port)).container(c -> c.put("StopSignal", "SIGINT"));

    BootResult result = boot(made, PLAN.withProbe(new Probe.Http(port, "/health")));

    assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.BOOTED);
    assertThat(result.run().exitCode()).hasValue(130);
    assertThat(result.toString()).endsWith("http://localhost:" + port + "/health answered");
  }

  @Test
  void findsStatusOfFailure() throws IOException {
    int port = freePort();
    BootPlan plan =
        PLAN.withProbe(new Probe.Http(port, "/")).within(Duration.ofSeconds(5), PLAN.grace());

    BootResult result = boot(image.running("broken", String.valueOf(port)), plan);

    assertThat(result.outcome()).isEqualTo(Outcome.TIMED_OUT);
    assertThat(result.fact()).isEqualTo("503 after 5.00 s");
  }

  @Test
  void findsApplicationThatIsDeafToSignals() throws IOException {
    int port = freePort();
    BootPlan plan =
        PLAN.withProbe(new Probe.Tcp(port)).within(PLAN.timeout(), Duration.ofMillis(500));

    BootResult result = boot(image.running("deaf", String.valueOf(port)), plan);

    assertThat(result.outcome()).isEqualTo(Outcome.NOT_STOPPED);
    assertThat(result.fact()).isEqualTo("still running 0.50 s after SIGTERM");
  }

  @Test
  void findsApplicationThatFailsWithItsLastLines() throws IOException {
    BootResult result = boot(image.running("fail"), PLAN.withProbe(new Probe.Tcp(freePort())));

    assertThat(result.outcome()).isEqualTo(Outcome.EXITED);
    assertThat(result.fact()).matches("exit code 1 after [0-9.]+ s");
    assertThat(result.run().output()).hasSize(20).startsWith("line 12").endsWith("no luck");
  }

  @Test
  void killsWhatDoesNotEndInTime() throws IOException {
    BootPlan plan = PLAN.withProbe(new Probe.Exit(0)).within(Duration.ofSeconds(1), PLAN.grace());

    BootResult result = boot(image.running("sleep"), plan);

    assertThat(result.outcome()).isEqualTo(Outcome.TIMED_OUT);
    assertThat(result.fact()).isEqualTo("still running after 1.00 s");
  }

  @Test
  void saysThatPortIsTaken() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      int port = socket.getLocalPort();
      HandMadeImage made =
          image
              .running("serve", String.valueOf(port))
              .container(c -> c.putObject("ExposedPorts").putObject(port + "/tcp"));

      BootPlan shared = PLAN.in(Confinement.DEFAULT.on(Network.HOST));
      BootResult asked = boot(made, shared.withProbe(new Probe.Tcp(port)));
      BootResult unasked = boot(made, shared);

      assertThat(asked.outcome()).isEqualTo(Outcome.PORT_TAKEN);
      assertThat(asked.fact())
          .isEqualTo("port " + port + " held by another process of this machine");
      assertThat(unasked.outcome()).as(unasked.toString()).isEqualTo(Outcome.BOOTED);
      assertThat(unasked.probe()).isEqualTo(new Probe.DryRun());
      assertThat(unasked.notes())
          .contains("another process of this machine holds port " + port + ": a dry run instead");
    }
  }

  @Test
  void saysWhyEntrypointCannotBeRun() throws IOException {
    HandMadeImage made =
        image.running().container(c -> c.putArray("Entrypoint").add("/bin/sh").add("-c"));

    assertThat(boot(made, PLAN).fact())
        .isEqualTo("a dry run needs a java launcher, and the entrypoint is /bin/sh");
  }

  @Test
  void looksUpNamedUser() throws IOException {
    HandMadeImage made =
        image
            .running("tell")
            .layer(new HandMadeLayer().file("etc/passwd", "app:x:1234:4321::/:/bin/false\n"))
            .container(c -> c.put("User", "app"));

    BootResult result = boot(made, PLAN.withProbe(new Probe.Exit(0)));

    assertThat(result.run().user()).isEqualTo("1234:4321");
    assertThat(boot(image.running().container(c -> c.put("User", "who")), PLAN).fact())
        .isEqualTo("the image has no user or group 'who'");
  }

  @Test
  void startsFilesThatSomebodyElseReads() throws IOException {
    int port = freePort();
    HandMadeImage made = image.running("serve", String.valueOf(port));
    try (ImageArchive archive =
        ImageArchive.open(made.write(Files.createDirectory(temporary.resolve("image"))))) {
      StoredImage stored = whole(StoredImage.of(archive, Optional.empty()));
      try (Booter booter = Booter.prepare(stored, PLAN.withProbe(new Probe.Tcp(port)))) {
        LayerReader reader = new LayerReader(LayerReader.Limits.DEFAULT);
        for (Content layer : stored.layers()) {
          hand(layer, reader, booter);
        }
        booter.end(reader.tree());

        BootResult result = booter.boot();

        assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.BOOTED);
        assertThat(result.run().exitCode()).hasValue(143);
      }
    }
  }

  private static void hand(Content layer, LayerReader reader, Booter booter) throws IOException {
    reader.readFiles(
        layer, (entry, removed, content) -> booter.take(entry, removed, content).close());
  }

  /** What is gone afterwards is looked at after each test. */
  @Test
  void isNotStartedWhereNobodyWantsIt() throws IOException {
    try (ImageArchive archive =
            ImageArchive.open(
                image.running("tell").write(Files.createDirectory(temporary.resolve("image"))));
        Booter booter = Booter.prepare(whole(StoredImage.of(archive, Optional.empty())), PLAN)) {
      // The run-time image is larger than what waits to be written.
      hand(image.layers().get(0), new LayerReader(LayerReader.Limits.DEFAULT), booter);
      assertThat(remains()).hasSize(1);
    }
    assertThat(remains()).isEmpty();
  }

  @Test
  void readsLayersThatNobodyHandedOver() throws IOException {
    try (ImageArchive archive =
            ImageArchive.open(
                image.running("tell").write(Files.createDirectory(temporary.resolve("image"))));
        Booter booter =
            Booter.prepare(
                whole(StoredImage.of(archive, Optional.empty())),
                PLAN.withProbe(new Probe.Exit(0)))) {
      assertThat(booter.boot().outcome()).isEqualTo(Outcome.BOOTED);
    }
  }

  @Test
  void refusesMountPointThatIsLink() throws IOException {
    HandMadeImage made = image.running().layer(new HandMadeLayer().link("proc", "/etc"));

    assertThat(boot(made, PLAN).fact()).isEqualTo("the image has a file or link /proc");
  }

  /** {@code -Dparka.boots=200} says how many. */
  @Test
  void leavesNothingAfterManyBoots() throws IOException {
    for (int i = 0; i < Integer.getInteger("parka.boots", 10); i++) {
      BootResult result = boot(image.running("tell"), PLAN.withProbe(new Probe.Exit(0)));
      assertThat(result.isGood()).as(result.toString()).isTrue();
      leavesNothingBehind();
    }
  }
}
