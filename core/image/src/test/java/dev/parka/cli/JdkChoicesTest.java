package dev.parka.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.jdks.JdkSource;
import dev.parka.spec.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkChoicesTest {

  private static final Platform AMD64 = Platform.parse("linux/amd64");
  private static final Platform ARM64 = Platform.parse("linux/arm64");

  @TempDir private Path directory;

  @Test
  void aPlatformBeforeASourceIsForThatAlone() throws IOException {
    Path some = Files.createDirectory(directory.resolve("some,thing"));
    Path other = Files.createDirectory(directory.resolve("other"));
    JdkChoices choices =
        JdkChoices.parse(List.of(some.toString(), "linux/arm64=" + other))
            .require(List.of(AMD64, ARM64));
    assertThat(choices.of(Optional.of(ARM64))).contains(new JdkSource.Home(other));
    assertThat(choices.of(Optional.of(AMD64))).contains(new JdkSource.Home(some));
    assertThat(choices.forEach(List.of(ARM64, AMD64), OptionalInt.empty()).keySet())
        .containsExactly(AMD64, ARM64);
  }

  @Test
  void aCommaEndsASourceOnlyBeforeAPlatform() {
    assertThat("a,b,linux/arm64=c,d".split(JdkChoices.SEPARATOR, -1))
        .containsExactly("a,b", "linux/arm64=c,d");
  }

  @Test
  void refusesWhatIsNotWantedOrNamedTwice() {
    List<String> arm = List.of("linux/arm64=" + directory);
    assertThatThrownBy(() -> JdkChoices.parse(arm).require(List.of(AMD64)))
        .hasMessage("--jdk names a JDK for linux/arm64, which is not wanted: see --platform");
    assertThatThrownBy(() -> JdkChoices.parse(arm).require(List.of(ARM64, ARM64)))
        .hasMessage("--platform names linux/arm64 twice");
    assertThatThrownBy(() -> JdkChoices.parse(List.of(arm.get(0), arm.get(0))))
        .hasMessage("--jdk names two JDKs for linux/arm64");
    assertThatThrownBy(() -> JdkChoices.parse(List.of(".", ".")))
        .hasMessage("--jdk names two JDKs; write <platform>= before each");
  }

  @Test
  void saysWhichPlatformWasMeant() {
    assertThatThrownBy(() -> JdkChoices.parse(List.of("linux/arm46=" + directory)))
        .hasMessage(
            "[BadPlatform] 'linux/arm46' is no platform that images are built for; did you mean"
                + " linux/arm64?");
  }

  @Test
  void anEngineTakesOnePlatform() {
    CommandLineRun run =
        CommandLineRun.of(
            "build",
            "--class-path=" + directory,
            "--main-class=com.acme.App",
            "--platform=linux/amd64,linux/arm64",
            "--output=docker-archive:" + directory.resolve("a.tar"));
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .startsWith(
            "--output=docker-archive:"
                + directory.resolve("a.tar")
                + " takes the image of one platform, and 2 are wanted: name one with --platform,"
                + " or an image layout or a registry");
  }
}
