package dev.parka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** picocli is the judge; what whole builds make is the integration tests' business. */
class PlainBuildTest {

  private static final String SELF =
      PlainBuild.class.getProtectionDomain().getCodeSource().getLocation().getPath();

  private static final String HOME = System.getProperty("java.home");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "build --class-path no/such --output TMP/i.tar",
        "build --class-path CP --main-class 1 --output TMP/i.tar",
        "build --class-path CP --output TMP/i.tar",
        "build --class-path CP --main-class A --output /dev/null/i.tar",
        "build --class-path CP --main-class A --output /etc/",
        "build --class-path CP --main-class A --output TMP/i.tar --name NOT!A!NAME",
        "build --class-path CP --main-class A --output TMP/i.tar --tag NOT!A!TAG --jdk HOME",
      })
  void failsAsPicocliDoes(String line, @TempDir Path directory) {
    String[] arguments =
        line.replace("CP", SELF)
            .replace("HOME", HOME)
            .replace("TMP", directory.toString())
            .split(" ", -1);
    PlainCommand plain = PlainCommand.read(arguments);
    assertThat(plain).isInstanceOf(PlainBuild.class);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = Main.run(plain, new PrintWriter(out, true), new PrintWriter(err, true));
    CommandLineRun run = CommandLineRun.of(arguments);
    assertThat(exit).isEqualTo(ExitCode.FAILURE);
    assertThat(List.of(exit, out.toString(), err.toString()))
        .isEqualTo(List.of(run.exitCode(), run.out(), run.err()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "build",
        "build --help",
        "build --class-path CP",
        "build --output i.tar",
        "build --class-path CP --output docker-daemon:",
        "build --class-path CP --output docker-archive:i.tar",
        "build --class-path CP --output registry:localhost/i",
        "build --class-path CP --output bild-ä.tar",
        "build --class-path CP --output=i.tar",
        "build --class-path CP --output i.tar --output i.tar",
        "build --class-path CP --output i.tar --jdk no/such",
        "build --class-path CP --output i.tar --verify",
        "build --class-path CP --output i.tar --base debian",
        "build --class-path CP --output i.tar extra",
      })
  void leavesAllElseToPicocli(String line) {
    assertThat(PlainCommand.read(line.split(" ", -1))).isNull();
  }
}
