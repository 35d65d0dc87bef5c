package dev.parka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parka.image.TestApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BuildAndVerifyTest {

  private Path directory;
  private Path tar;
  private CommandLineRun build;

  @BeforeAll
  void build(@TempDir Path shared) throws IOException {
    directory = shared;
    Path classes =
        TestApplication.compile(
            directory,
            "com/acme/App.java",
            """
            package com.acme;

            public class App {
              public static void main(String[] arguments) {
                System.exit(arguments.length == 0 ? 0 : 7);
              }
            }
            """);
    tar = directory.resolve("app.tar");
    build =
        CommandLineRun.of(
            "build",
            "--class-path",
            classes.toString(),
            "--main-class",
            "com.acme.App",
            "--verify",
            "--report",
            directory.resolve("build.html").toString(),
            "--output",
            tar.toString());
  }

  @Test
  void buildVerifiesAndReports() {
    assertThat(build.exitCode()).as(build.out() + build.err()).isEqualTo(ExitCode.GOOD);
    assertThat(build.out())
        .startsWith("app:latest for linux/")
        .contains("  java.base  every application needs it\n")
        .contains("\nboot      booted in ", ": its main class loads\n", "\nresult    good\n")
        .endsWith("\nsaved " + tar + "\nsaved " + directory.resolve("build.html") + "\n");
    assertThat(build.err().lines())
        .hasSize(7)
        .allMatch(line -> line.matches("[a-z ,-]+ +[0-9]+\\.[0-9] s"));
    assertThat(tar).isRegularFile();
  }

  @Test
  void buildWritesWhatItKnows() throws IOException {
    assertThat(directory.resolve("build.html"))
        .content()
        .contains("<h1>app:latest</h1>")
        .contains("every application needs it</p>")
        .contains("booted in ", ": its main class loads")
        .contains("native-symbols", "<b>application</b>");
  }

  @Test
  void reportShowsASavedImageBesideAnEarlierOne() {
    Path page = directory.resolve("report.html");
    CommandLineRun report =
        CommandLineRun.of(
            "report", "--boot=none", tar.toString(), "--against=" + tar, "--output=" + page);

    assertThat(report.exitCode()).as(report.out() + report.err()).isEqualTo(ExitCode.GOOD);
    assertThat(report.out())
        .startsWith("app.tar for linux/")
        .contains("\nheaviest, on the wire and on the disk:\n", "  java.base (run-time image)\n")
        .contains("\nthe same image\n", "\nresult    good\n")
        .endsWith("\nsaved " + page + "\n");
    assertThat(page)
        .content()
        .contains("It is the same image, digest for digest.")
        .contains("no other module requires it: it was asked for when the image was linked");
  }

  @Test
  void explainReadsTheModulesOfAnImage() {
    CommandLineRun there = CommandLineRun.of("explain", "java.base", "--image", tar.toString());
    CommandLineRun other = CommandLineRun.of("explain", "java.bas", "--image", tar.toString());

    assertThat(there.out())
        .startsWith("java.base is in " + tar + "\nno other module requires it: ");
    assertThat(other.out()).isEqualTo("java.bas is not in " + tar + "; did you mean java.base?\n");
    assertThat(other.exitCode()).isEqualTo(ExitCode.GOOD);
  }

  @Test
  void reportOfADamagedImageIsItsFindings() throws IOException {
    byte[] bytes = Files.readAllBytes(tar);
    bytes[bytes.length / 2] ^= 1;
    Path damaged = Files.write(directory.resolve("damaged.tar"), bytes);
    CommandLineRun report =
        CommandLineRun.of("report", damaged.toString(), "--output=" + directory.resolve("no.html"));

    assertThat(report.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(report.out()).contains("[WrongDigest] ");
    assertThat(directory.resolve("no.html")).doesNotExist();
  }

  @Test
  void refusesAgainstWithoutReport() {
    CommandLineRun run =
        CommandLineRun.of(
            "build",
            "--class-path",
            directory.resolve("classes").toString(),
            "--main-class=com.acme.App",
            "--against=" + tar,
            "--output=" + directory.resolve("x.tar"));

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).startsWith("--against needs --report\n");
  }

  @Test
  void verifyRunsTheImageToItsEnd() {
    CommandLineRun verify = CommandLineRun.of("verify", "--boot", "exit", tar.toString());
    assertThat(verify.exitCode()).as(verify.out() + verify.err()).isEqualTo(ExitCode.GOOD);
    assertThat(verify.out()).contains("it ended with exit code 0");
  }

  @Test
  void verifyTellsProgramsToo() throws IOException {
    CommandLineRun verify =
        CommandLineRun.of("verify", "--boot", "none", "--format", "json", tar.toString());
    JsonNode json = new ObjectMapper().readTree(verify.out());
    assertThat(json.isObject()).isTrue();
    assertThat(verify.exitCode()).isEqualTo(ExitCode.GOOD);
  }

  @Test
  void verifyFindsAFlippedByte() throws IOException {
    byte[] bytes = Files.readAllBytes(tar);
    bytes[bytes.length / 2] ^= 1;
    Path flipped = Files.write(directory.resolve("flipped.tar"), bytes);
    CommandLineRun verify = CommandLineRun.of("verify", flipped.toString());
    assertThat(verify.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(verify.out()).contains("[WrongDigest] ");
  }

  @Test
  void verifyOfNothingCannotBeDone() {
    CommandLineRun verify = CommandLineRun.of("verify", directory.resolve("none.tar").toString());
    assertThat(verify.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(verify.err()).contains("[BadImageLocation] ", "none.tar");
  }

  @Test
  void refusesAnOutputThatCannotBeWrittenBeforeItBuilds() throws IOException {
    Path file = Files.writeString(directory.resolve("plain"), "x");
    CommandLineRun run =
        CommandLineRun.of(
            "build",
            "--class-path",
            directory.resolve("classes").toString(),
            "--main-class",
            "com.acme.App",
            "--output",
            file.resolve("app.tar").toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err())
        .isEqualTo(
            "error: [CannotWrite] "
                + file.resolve("app.tar")
                + " cannot be written: "
                + file
                + " is no directory; choose another place, or make room there\n");
    assertThat(file).hasContent("x");
  }

  @Test
  void refusesARecordedRunThatIsNoneBeforeItBuilds() {
    Path output = directory.resolve("refused.tar");
    CommandLineRun run =
        CommandLineRun.of(
            "build",
            "--class-path",
            directory.resolve("classes").toString(),
            "--main-class",
            "com.acme.App",
            "--level=safe",
            "--trace=" + directory.resolve("none.log"),
            "--trace-mode=only",
            "--output",
            output.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err())
        .contains(
            "error: [BadTrace] "
                + directory.resolve("none.log")
                + " cannot be read: there is no such file; ");
    assertThat(output).doesNotExist();
  }

  @Test
  void buildsWithWhatARunLoadedAndTellsWhereItDiffers() throws IOException {
    Path lock = directory.resolve("container-image.lock");
    Path log =
        Files.writeString(
            directory.resolve("run.log"),
            """
            java.lang.Object source: jrt:/java.base
            java.util.logging.Level source: jrt:/java.logging
            """);
    CommandLineRun run =
        CommandLineRun.of(
            "build",
            "--class-path",
            directory.resolve("classes").toString(),
            "--main-class",
            "com.acme.App",
            "--trace=" + log,
            "--startup=cds",
            "--update-lock",
            "--lock=" + lock,
            "--format=json",
            "--output",
            directory.resolve("traced.tar").toString());
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.GOOD);
    assertThat(run.err())
        .contains(
            """
            loaded in the recorded run, and not listed:
              java.logging: java.util.logging.Level
            """);
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.at("/rootModules/1/reasons/0/text").asText())
        .isEqualTo("a recorded run loaded java.util.logging.Level");
    assertThat(json.at("/rootModules/1/reasons/0/weak").asBoolean()).isFalse();
    assertThat(json.at("/leftOut").isArray()).isTrue();
    assertThat(json.at("/startup/kind").asText()).isEqualTo("cds");
    assertThat(json.at("/startup/sharedClasses").asInt()).isGreaterThan(300);
    if (json.at("/startup/isReproducible").asBoolean()) {
      assertThat(lock).doesNotExist();
    } else {
      assertThat(lock)
          .content()
          .endsWith(
              "\narchive app:latest "
                  + json.at("/startup/madeFrom").asText()
                  + " "
                  + json.at("/startup/digest").asText()
                  + "\n");
    }
  }

  @Test
  void refusesAnOutputThatIsNoPath() {
    CommandLineRun run =
        CommandLineRun.of("build", "--class-path", "x", "--output", "a" + (char) 0 + ".tar");
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("'a\\u0000.tar' is no path in this locale; set LC_ALL=C.UTF-8");
  }

  @Test
  void leavesNothingBehind() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      assertThat(names).noneMatch(name -> name.startsWith("."));
    }
  }

  @Test
  void refusesABootThatIsNone() {
    CommandLineRun verify = CommandLineRun.of("verify", "--boot", "tcp:web", tar.toString());
    assertThat(verify.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(verify.err())
        .contains("'tcp:web' is not auto, load, exit, tcp:<port>, http:<port><path> or none");
  }
}
