package dev.parka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** picocli is the judge. */
class PlainModulesTest {

  /** A class path that is there for certain, and soon read. */
  private static final String SELF =
      PlainModules.class.getProtectionDomain().getCodeSource().getLocation().getPath();

  private static final String HOME = System.getProperty("java.home");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "modules --class-path CP",
        "modules --class-path CP --main-class dev.parka.cli.Main",
        "modules --no-cache --main-class dev.parka.cli.Main --explain --class-path CP --jdk HOME",
        "modules --class-path no/such",
        "modules --class-path CP --main-class 1",
      })
  void doesWhatPicocliDoes(String line) {
    String[] arguments = line.replace("CP", SELF).replace("HOME", HOME).split(" ", -1);
    PlainCommand plain = PlainCommand.read(arguments);
    assertThat(plain).isInstanceOf(PlainModules.class);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = Main.run(plain, new PrintWriter(out, true), new PrintWriter(err, true));
    CommandLineRun run = CommandLineRun.of(arguments);
    assertThat(List.of(exit, out.toString(), err.toString()))
        .isEqualTo(List.of(run.exitCode(), run.out(), run.err()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "dockerfile --class-path CP",
        "modules",
        "modules --help",
        "modules --class-path",
        "modules --class-path=CP",
        "modules --class-path @file",
        "modules --class-path 'CP'",
        "modules --class-path --explain",
        "modules --class-path CP --class-path CP",
        "modules --class-path CP --explain --explain",
        "modules --class-path CP --no-cache --no-cache",
        "modules --class-path CP --main-class A --main-class B",
        "modules --class-path CP --format json",
        "modules --class-path CP --jdk no/such",
        "modules --class-path CP --level safe",
        "modules --class-path CP --add-modules java.sql",
        "modules --class-path CP --trace run.log",
        "modules --class-path CP --check java.base",
        "modules --class-path CP extra",
        "modules --main-class A",
        "modules --module-path CP --module m",
      })
  void leavesAllElseToPicocli(String line) {
    assertThat(PlainCommand.read(line.split(" ", -1))).isNull();
  }

  @Test
  void isWhatMainTakes() {
    assertThat(Main.run("modules", "--class-path", SELF, "--main-class", "dev.parka.cli.None"))
        .isEqualTo(ExitCode.FAILURE);
  }
}
