package dev.parka.verify.boot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.parka.oci.HandMadeImage;
import dev.parka.oci.ImageArchive;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.tree.Content;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunningImageTest {

  private static final BootPlan PLAN =
      BootPlan.DEFAULT.within(Duration.ofMinutes(2), Duration.ofMinutes(1));

  private static BootableImage image;

  @TempDir private Path temporary;

  @BeforeAll
  static void link() throws IOException, InterruptedException {
    image = BootableImage.shared();
  }

  @AfterEach
  void leavesNothingBehind() throws IOException {
    assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(remains("parka-boot-" + ProcessHandle.current().pid())).isEmpty();
  }

  private static List<Path> remains(String prefix) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(f -> f.getFileName().toString().startsWith(prefix)).toList();
    }
  }

  private RunningImage start(HandMadeImage made, BootPlan plan) throws IOException {
    return start(made, plan, Files.createTempDirectory(temporary, "image"));
  }

  private static RunningImage start(HandMadeImage made, BootPlan plan, Path directory)
      throws IOException {
    return start(made, image.layers(), plan, directory);
  }

  private static RunningImage start(
      HandMadeImage made, List<Content> lower, BootPlan plan, Path directory) throws IOException {
    try (ImageArchive archive = ImageArchive.open(made.write(directory))) {
      StoredImage stored = StoredImage.of(archive, Optional.empty());
      List<Content> layers = new ArrayList<>(lower);
      layers.addAll(stored.layers());
      return RunningImage.start(new StoredImage(stored.config(), stored.document(), layers), plan);
    }
  }

  private HandMadeImage server() {
    return image
        .running("serve", "8080")
        .container(c -> c.putObject("ExposedPorts").putObject("8080/tcp"));
  }

  private static String get(RunningImage running) throws IOException {
    try (InputStream answer = running.uri("/").toURL().openStream()) {
      return new String(answer.readAllBytes(), UTF_8);
    }
  }

  @Test
  void runsTwoImagesWithOnePortAtOnce() throws IOException {
    try (RunningImage one = start(server(), PLAN);
        RunningImage other = start(server(), PLAN)) {
      assertThat(one.network()).as(one.notes().toString()).isEqualTo(Network.OWN);
      assertThat(one.port()).isNotEqualTo(other.port()).isEqualTo(one.port(8080));
      assertThat(get(one)).isEmpty();
      assertThat(get(other)).isEmpty();
      assertThat(other.accepts(8081)).isFalse();

      Ending ending = other.stop();

      assertThat(ending.isClean()).as(ending.toString()).isTrue();
      assertThat(ending.exitCode()).isEqualTo(143);
      assertThat(get(one)).isEmpty();
    }
  }

  @Test
  void runsOtherProgramsBesideIt() throws IOException {
    try (RunningImage running = start(image.running("sleep"), PLAN)) {
      ExecResult told = running.exec("@/app/class-path", "App", "tell");
      ExecResult failed = running.exec("@/app/class-path", "App", "fail");

      assertThat(told.isGood()).as(told.text()).isTrue();
      assertThat(told.output())
          .contains("directory /app", "Uid: 65532 65532 65532 65532", "CapEff: 0000000000000000")
          .noneMatch(line -> line.equals("pid 1"));
      assertThat(failed.exitCode()).isEqualTo(1);
      assertThat(failed.output()).endsWith("no luck");
      assertThat(running.isRunning()).isTrue();
    }
  }

  @Test
  void awaitsLines() throws IOException {
    BootPlan plan = PLAN.withProbe(new Probe.LogLine("hello from .*"));
    try (RunningImage running = start(image.running("say", "inside"), plan)) {
      assertThat(running.awaitLine("from (in|out)side", Duration.ofSeconds(1)))
          .isEqualTo("hello from inside");
      assertThatThrownBy(() -> running.awaitLine("good-bye", Duration.ofMillis(100)))
          .isInstanceOf(ParkaException.class)
          .hasMessage(
              """
              [NoSuchLine] no line with 'good-bye' in 0.10 s
                | hello from inside
              ; look at what it printed, or wait longer""");
      assertThatThrownBy(running::port)
          .hasMessage(
              "[NoPort] the image says of no TCP port that it listens to it; name the port, or"
                  + " have the image expose it");
      assertThatThrownBy(() -> running.awaitExit(Duration.ofMillis(100)))
          .hasMessage("[StillRunning] the image still runs after 0.10 s; wait longer, or stop it");
    }
  }

  @Test
  void asksACheckOfTheUsers() throws IOException {
    Probe.Check check = running -> running.log().contains("hello from inside");
    BootPlan plan = PLAN.withProbe(new Probe.Custom("it says hello", check));

    try (RunningImage running = start(image.running("say", "inside"), plan)) {
      assertThat(running.log()).containsExactly("hello from inside");
    }
  }

  @Test
  void saysWhatAnImageDidInsteadOfBeingReady() {
    BootPlan plan = PLAN.withProbe(new Probe.LogLine("hello"));

    assertThatThrownBy(() -> start(image.running("fail"), plan))
        .isInstanceOf(ParkaException.class)
        .message()
        .matches(
            "(?s)\\[NotReady\\] expected a line with 'hello', found exit code 1 after [0-9.]+ s"
                + " \\(chroot.*\\)\n  \\| line 12\n.*  \\| no luck\n"
                + "; look at its output, or give it more time");
  }

  @Test
  void saysWhyAnImageCannotBeStarted() {
    HandMadeImage made = image.running().container(c -> c.put("User", "who"));

    assertThatThrownBy(() -> start(made, PLAN))
        .hasMessage(
            "[CannotStart] the image cannot be started: the image has no user or group 'who'; look"
                + " at the image, or allow it in one more way");
  }

  @Test
  void saysWhyNothingCanBeRunBesideAnImageThatHasEnded() throws IOException {
    try (RunningImage running = start(image.running("tell"), PLAN)) {
      running.awaitExit(Duration.ofMinutes(1));

      assertThat(running.exitCode()).hasValue(0);
      assertThatThrownBy(() -> running.exec("-version"))
          .hasMessage(
              "[CannotExec] the image's java cannot be run: the application has ended with exit"
                  + " code 0; run it while the application runs, in an image whose entrypoint is"
                  + " java");
    }
  }

  @Test
  void givesOtherArgumentsAndVariables() throws IOException {
    RunPlan run = RunPlan.DEFAULT.withArguments(List.of("tell")).withVariable("LEVEL", "debug");

    try (RunningImage running = start(image.running("sleep"), PLAN.running(run))) {
      assertThat(running.awaitLine("^environment", Duration.ofMinutes(1))).contains("LEVEL=debug");
    }
  }

  @Test
  void keepsAnImageFromWriting() throws IOException {
    BootPlan plan = PLAN.in(Confinement.DEFAULT.readOnly());
    try (RunningImage running = start(image.running("sleep"), plan)) {
      assertThat(running.exec("@/app/class-path", "App", "write", "/tmp/x").output())
          .containsExactly("written to /tmp/x");
      assertThat(running.exec("@/app/class-path", "App", "write", "/app/x").text())
          .contains("java.nio.file.FileSystemException: /app/x: Read-only file system");
    }
  }

  @Test
  void limitsMemory() throws IOException {
    Limits limits = new Limits(OptionalLong.of(100L << 20), OptionalInt.empty());
    BootPlan plan = PLAN.in(Confinement.DEFAULT.limitedTo(limits)).withProbe(new Probe.Launch());
    HandMadeImage made =
        image
            .running()
            .container(
                c ->
                    c.putArray("Entrypoint")
                        .add("/opt/java/bin/java")
                        .add("-Xmx1500m")
                        .add("-XX:+UseSerialGC")
                        .add("@/app/class-path")
                        .add("App")
                        .add("eat"));

    try (RunningImage running = start(made, plan)) {
      assertThat(running.awaitExit(Duration.ofMinutes(1))).isNotZero();
      assertThat(running.log()).noneMatch(line -> line.startsWith("eaten"));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Isolation.class,
      names = {"CHROOT", "USER_NAMESPACE", "NONE"})
  void leavesNothingWhenThisJvmIsKilled(Isolation way) throws Exception {
    List<String> layers = new ArrayList<>();
    for (Content layer : image.layers()) {
      Path file = temporary.resolve("layer-" + layers.size());
      try (InputStream content = layer.open()) {
        Files.copy(content, file);
      }
      layers.add(file.toString());
    }
    Process victim =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                way.name(),
                String.join(":", layers),
                Files.createDirectory(temporary.resolve("image")).toString())
            .redirectErrorStream(true)
            .start();
    List<ProcessHandle> below;
    try (BufferedReader output = victim.inputReader(UTF_8)) {
      String said = output.readLine();
      if (said != null && said.contains("allows none of")) {
        abort(said);
      }
      assertThat(said).isEqualTo("runs true");
      below = victim.descendants().toList();
      assertThat(below).hasSizeGreaterThan(1);
      assertThat(remains("parka-boot-" + victim.pid())).hasSize(1);
    } finally {
      victim.destroyForcibly();
    }

    for (ProcessHandle process : below) {
      process.onExit().get(1, TimeUnit.MINUTES);
    }
    assertThat(remains("parka-boot-" + victim.pid())).isEmpty();
  }

  /** Starts an image, and waits to be killed. */
  static final class Victim {

    private Victim() {}

    @SuppressWarnings("SystemOut") // the test reads it
    public static void main(String[] arguments) throws Exception {
      Isolation way = Isolation.valueOf(arguments[0]);
      List<Content> layers =
          Stream.of(arguments[1].split(":", -1)).map(file -> Content.of(Path.of(file))).toList();
      RunningImage running =
          start(BootableImage.command("sleep"), layers, PLAN.only(way), Path.of(arguments[2]));
      System.out.println("runs " + running.isRunning());
      Thread.sleep(Long.MAX_VALUE);
    }
  }
}
