package dev.parka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.oci.HandMadeDockerArchive;
import dev.parka.oci.HandMadeImage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyCommandTest {

  @TempDir private Path directory;

  private CommandLineRun verify(String... options) throws IOException {
    Path image = HandMadeImage.writeTar(HandMadeImage.good().files(), directory.resolve("a.tar"));
    String[] all = new String[options.length + 4];
    all[0] = "verify";
    all[1] = "--boot=none";
    all[2] = "--no-references";
    System.arraycopy(options, 0, all, 3, options.length);
    all[all.length - 1] = image.toString();
    return CommandLineRun.of(all);
  }

  @Test
  void keepsABudget() throws IOException {
    assertThat(verify("--max-size=1MB").exitCode()).isEqualTo(ExitCode.GOOD);
    CommandLineRun over = verify("--max-size=0.1kB");
    assertThat(over.exitCode()).as(over.err()).isEqualTo(ExitCode.FINDINGS);
    assertThat(over.out()).contains("[OverBudget] image: expected at most 0.1 kB, found ");
  }

  @Test
  void overlooksWhatIsKnown() throws IOException {
    CommandLineRun run = verify("--max-size=1", "--suppress=OverBudget=a test");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.GOOD);
    assertThat(run.out()).contains("result    good\nsuppressed [OverBudget] image: ");
  }

  @Test
  void comparesWithAnotherImage() throws IOException {
    Path other = HandMadeImage.good().write(directory.resolve("other"));
    Path different =
        HandMadeImage.good()
            .container(c -> c.put("User", "1"))
            .write(directory.resolve("different"));

    assertThat(verify("--same-as=" + other, "--previous=" + other).exitCode())
        .isEqualTo(ExitCode.GOOD);
    assertThat(verify("--same-as=" + different).out())
        .contains("[DiffersFromDockerfile] config.User: expected 1, found 65532:65532");
  }

  @Test
  void readsAnArchiveOfDocker() throws IOException {
    Path archive = new HandMadeDockerArchive().write(directory.resolve("docker.tar"));
    CommandLineRun run =
        CommandLineRun.of("verify", "--boot=none", "--no-references", archive.toString());

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.GOOD);
    assertThat(run.out()).contains("note      a docker-archive has no manifest: ");
  }

  @ParameterizedTest
  @CsvSource({"20MB,20000000", "512m,536870912", "512MiB,536870912", "2k,2048"})
  void readsMemoryAsEnginesDo(String text, long bytes) {
    assertThat(new SizeConverter.OfMemory().convert(text)).isEqualTo(bytes);
  }

  @Test
  void refusesWhatIsNoSize() throws IOException {
    CommandLineRun run = verify("--max-size=large");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("'large' is no size such as 20MB, 2GB or 1.5GiB");
  }
}
