package dev.parka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.lock.ImageLock;
import dev.parka.oci.HandMadeImage;
import dev.parka.oci.HandMadeLayer;
import dev.parka.registry.FakeRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockCommandTest {

  @TempDir private Path temporary;

  private FakeRegistry registry;
  private Path file;
  private String name;

  @BeforeEach
  void start() throws IOException {
    registry = new FakeRegistry();
    file = temporary.resolve(ImageLock.FILE_NAME);
    name = registry.reference("base:1").toString();
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  private String tag(String text) {
    byte[] index =
        ("{\"manifests\":[],\"annotations\":{\"a\":\"" + text + "\"}}")
            .getBytes(StandardCharsets.UTF_8);
    registry.putManifest("base", "1", "application/vnd.oci.image.index.v1+json", index);
    return "sha256:" + HandMadeImage.sha256(index);
  }

  @Test
  void writesWhatATagMeans() throws IOException {
    String digest = tag("first");
    CommandLineRun run = CommandLineRun.of("lock", "--lock", file.toString(), name);
    assertThat(run.exitCode()).isEqualTo(ExitCode.GOOD);
    assertThat(run.out()).isEqualTo(name + " " + digest + " (new)\n");
    assertThat(Files.readString(file)).endsWith("\n" + name + " " + digest + "\n");
  }

  @Test
  void updatesWhatItHas() {
    String first = tag("first");
    CommandLineRun.of("lock", "--lock", file.toString(), name);
    assertThat(CommandLineRun.of("lock", "--lock", file.toString()).out())
        .isEqualTo(name + " " + first + " (as before)\n");
    String second = tag("second");
    assertThat(CommandLineRun.of("lock", "--lock", file.toString()).out())
        .isEqualTo(name + " " + second + " (was " + first + ")\n");
    assertThat(ImageLock.read(file).digests()).hasSize(1);
  }

  @Test
  void leavesTheFileWhereATagIsGone() {
    CommandLineRun run = CommandLineRun.of("lock", "--lock", file.toString(), name);
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err()).startsWith("error: [NotInRegistry] fetching the manifest of " + name);
    assertThat(file).doesNotExist();
  }

  @Test
  void keepsTheSizeOfAnImageAndTellsWhatGrew() throws IOException {
    String small = HandMadeImage.good().write(temporary.resolve("small")).toString();
    CommandLineRun run = lock("--size", "shop:1=" + small);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.GOOD);
    assertThat(run.out()).isEqualTo("shop:1 linux/amd64 0.4 kB stored, 7.7 kB unpacked\n");
    assertThat(ImageLock.read(file).sizes()).containsOnlyKeys("shop:1 linux/amd64");
    assertThat(lock("--size", "shop:1=" + small).out()).isEmpty();

    byte[] noise = new byte[200_000];
    String large =
        HandMadeImage.good()
            .layer(new HandMadeLayer().file("app/noise", 0644, noise))
            .write(temporary.resolve("large"))
            .toString();
    assertThat(verify(large, "--locked=shop:1").out()).contains("\n[ImageGrew] image: ");
    assertThat(verify(small, "--locked=shop:1").out()).contains("result    good\n");
  }

  @Test
  void hasToHaveTheSizeThatIsAskedFor() throws IOException {
    String image = HandMadeImage.good().write(temporary.resolve("image")).toString();

    CommandLineRun run = verify(image, "--locked=shop:2");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err())
        .isEqualTo(
            "error: [NoLockedSize] "
                + file
                + " has no size of shop:2 for linux/amd64; write it down with parka-cli lock --size"
                + " shop:2=<image>\n");
  }

  private CommandLineRun lock(String... options) {
    return CommandLineRun.of(with(List.of("lock", "--lock", file.toString()), options));
  }

  private CommandLineRun verify(String image, String... options) {
    return CommandLineRun.of(
        with(List.of("verify", "--boot=none", "--lock", file.toString(), image), options));
  }

  private static String[] with(List<String> words, String... more) {
    return Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void anOutputThatIsNoTagIsAUsageError() {
    CommandLineRun run =
        CommandLineRun.of(
            "build", "--class-path", "x.jar", "--output", "registry:a@sha256:" + "0".repeat(64));
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("names a digest, which only the image itself can give");
  }
}
