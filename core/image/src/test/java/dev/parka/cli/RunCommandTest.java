package dev.parka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.oci.HandMadeImage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCommandTest {

  @TempDir private Path directory;
  private String image;

  @BeforeEach
  void write() throws IOException {
    image = HandMadeImage.good().write(directory.resolve("image")).toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "-p=8080/udp | -p=8080/udp is not <port>:<image's port>",
        "-e=LEVEL | -e=LEVEL is not <name=value>",
        "--memory=much | 'much' is no number of bytes such as 256m or 512MiB"
      })
  void saysWhichOptionItDoesNotUnderstand(String option, String message) {
    CommandLineRun run = CommandLineRun.of("run", option, image);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(message);
  }

  @Test
  void saysWhyAnImageCannotBeRun() throws IOException {
    String broken =
        HandMadeImage.good()
            .container(c -> c.put("User", "who"))
            .write(directory.resolve("broken"))
            .toString();

    CommandLineRun run = CommandLineRun.of("run", broken, "--help");

    assertThat(run.exitCode()).as(run.out()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err())
        .isEqualTo(
            "error: [CannotStart] the image cannot be started: the image has no user or group"
                + " 'who'; look at the image, or allow it in one more way\n");
  }
}
