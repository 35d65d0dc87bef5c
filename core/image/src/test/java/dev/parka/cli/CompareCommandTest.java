package dev.parka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.oci.HandMadeImage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

  @TempDir private Path directory;

  @Test
  void endsWellWhereImagesAreEquivalentAndNotWhereTheyMustBeTheSame() throws IOException {
    Path before = HandMadeImage.good().write(directory.resolve("before"));
    Path after =
        HandMadeImage.writeTar(
            HandMadeImage.good().config(c -> c.put("created", "1980-01-01T00:00:00Z")).files(),
            directory.resolve("after.tar"));

    CommandLineRun run = compare(before, after);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.GOOD);
    assertThat(run.out()).contains("equivalent: the same files and configuration");

    CommandLineRun strict = compare(before, after, "--strict");
    assertThat(strict.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(strict.out()).contains("\nmetadata created: nothing → 1980-01-01T00:00:00Z\n");
  }

  @Test
  void tellsProgramsOfTheDifferences() throws IOException {
    Path before = HandMadeImage.good().write(directory.resolve("before"));
    Path after =
        HandMadeImage.good().container(c -> c.put("User", "0")).write(directory.resolve("after"));

    CommandLineRun run = compare(before, after, "--format=json");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).contains("\"subject\" : \"config.User\"");
  }

  @Test
  void writesAPageToLookAt() throws IOException {
    Path before = HandMadeImage.good().write(directory.resolve("a<b"));
    Path after =
        HandMadeImage.good().container(c -> c.put("User", "0")).write(directory.resolve("after"));
    Path page = directory.resolve("changes.html");

    CommandLineRun run = compare(before, after, "--output=" + page);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.FINDINGS);
    assertThat(page)
        .content()
        .contains("a&lt;b → " + after + "</h1>", "<b class=\"badge open\">1 difference</b>")
        .contains("<dt>config.User</dt>", "<ins>0</ins>")
        .doesNotContain("<script", "a<b", "{{");
  }

  @Test
  void saysWhatIsNoImage() throws IOException {
    Path image = HandMadeImage.good().write(directory.resolve("image"));

    CommandLineRun run = compare(image, directory.resolve("none"));
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err())
        .contains(
            "[BadImageLocation] '"
                + directory.resolve("none")
                + "' is nothing at all; name an OCI image layout (a directory or a tar), an archive"
                + " of 'docker save', docker-daemon:<image>, podman:<image> or registry:<image>");
  }

  private static CommandLineRun compare(Path before, Path after, String... options) {
    String[] arguments = new String[options.length + 3];
    arguments[0] = "compare";
    arguments[1] = before.toString();
    arguments[2] = after.toString();
    System.arraycopy(options, 0, arguments, 3, options.length);
    return CommandLineRun.of(arguments);
  }
}
