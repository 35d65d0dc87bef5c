package dev.parka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.image.TestApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TraceCommandTest {

  private Path directory;
  private Path classes;

  @BeforeAll
  void compile(@TempDir Path shared) throws IOException {
    directory = shared;
    classes =
        TestApplication.compile(
            directory,
            "com/acme/App.java",
            """
            package com.acme;

            public class App {
              public static void main(String[] arguments) throws Exception {
                Class.forName("javax.naming.Cont".concat("ext"));
                if (arguments[0].equals("--serve")) {
                  Thread.sleep(600_000);
                }
                System.err.println("no port in " + System.getProperty("ports"));
                // Since JDK 21 an exit is logged, if there is something to log with.
                if (!arguments[0].equals("0")) {
                  System.exit(Integer.parseInt(arguments[0]));
                }
              }
            }
            """);
  }

  @Test
  void savesTheLogAndComparesIt() {
    Path log = directory.resolve("new/run.log");
    assertThat(trace(log, "--", "0"))
        .isEqualTo(
            new CommandLineRun(
                0,
                "loaded in the recorded run, and not listed:\n"
                    + "  java.naming: javax.naming.Context\n\nsaved "
                    + log
                    + "\n",
                ""));
    assertThat(
            CommandLineRun.of("modules", "--class-path", classes.toString(), "--trace", "" + log)
                .out())
        .isEqualTo("java.base\njava.naming\n");
  }

  @Test
  void comparesWithTheListOfTheSameOptions() {
    Path log = directory.resolve("run.log");
    assertThat(trace(log, "--add-modules=java.naming", "--", "0").out())
        .isEqualTo(
            "the recorded run loaded classes of every listed module, and of no other\n\nsaved "
                + log
                + "\n");
  }

  @Test
  void endsWhatServesUntilItIsStopped() {
    CommandLineRun run = trace(directory.resolve("run.log"), "--for", "3s", "--", "--serve");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.GOOD);
    assertThat(run.out()).contains("java.naming: javax.naming.Context\n");
  }

  @Test
  void aRunThatFailsIsAFindingAndItsLogStays() {
    Path log = directory.resolve("failed.log");
    CommandLineRun run = trace(log, "--jvm-flag=-Dports=none", "--", "3");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).endsWith("\nsaved " + log + "\n");
    assertThat(run.err())
        .matches(
            "(?s)error: \\[RunFailed] the run shows no more than its beginning: \\S+/bin/java"
                + " -Dports=none '-Xlog:\\S+' -cp \\S+ com\\.acme\\.App 3 ended with exit code 3:\n"
                + "  no port in none; mend what it complains of, and run it again\n");
    assertThat(log).isRegularFile();
  }

  @Test
  void leavesNothingWhereTheJvmDoesNotStart() throws IOException {
    Path log = directory.resolve("empty/run.log");
    CommandLineRun run = trace(log, "--jvm-flag=-XX:+NoSuchFlag", "--", "0");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err()).startsWith("error: [BadTrace] the run left no log: ");
    try (Stream<Path> files = Files.list(log.getParent())) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void refusesAPlaceThatCannotBeWrittenToBeforeItRuns() {
    assertThat(trace(classes, "--", "3"))
        .isEqualTo(
            new CommandLineRun(
                ExitCode.FAILURE,
                "",
                "error: [CannotWrite] "
                    + classes
                    + " cannot be written: what is there is no file; choose another place, or make"
                    + " room there\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "10", "-1s", "1d", "9999999s"})
  void refusesATimeThatIsNone(String time) {
    CommandLineRun run = trace(directory.resolve("run.log"), "--for=" + time);
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("'" + time + "' is no time; write it like 500ms, 10s or 2m");
  }

  @Test
  void asksForAMainClass() {
    CommandLineRun run =
        CommandLineRun.of("trace", "--class-path", classes.toString(), "--output", "run.log");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err()).startsWith("error: [NoMainClassNamed] ");
  }

  private CommandLineRun trace(Path log, String... options) {
    List<String> line =
        new ArrayList<>(
            List.of(
                "trace",
                "--class-path",
                classes.toString(),
                "--main-class",
                "com.acme.App",
                "--output",
                log.toString()));
    line.addAll(Arrays.asList(options));
    return CommandLineRun.of(line.toArray(new String[0]));
  }
}
