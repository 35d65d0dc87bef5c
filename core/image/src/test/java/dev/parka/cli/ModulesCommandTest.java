package dev.parka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parka.image.TestApplication;
import dev.parka.runtime.modules.InferenceLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModulesCommandTest {

  private static final String DESKTOP = "com.acme.App → java.awt.Toolkit (classes)";
  private static final String PREFS =
      "com.acme.App → the name java.util.prefs.Preferences (classes)";

  /**
   * A run that loaded a class of java.naming, which nothing refers to, and none of java.logging.
   */
  private static final String LOG =
      """
      java.lang.Object source: jrt:/java.base
      javax.naming.Context source: jrt:/java.naming
      """;

  private static final String COMPARISON =
      """
      loaded in the recorded run, and not listed:
        java.naming: javax.naming.Context
      listed, and no class of it loaded in the recorded run:
        java.logging: com.acme.App → java.util.logging.Level (classes)
      """;

  private Path directory;
  private Path classes;
  private Path log;

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
              public static void main(String[] arguments) {
                System.out.println(java.util.logging.Level.INFO);
              }

              static void never() {
                java.awt.Toolkit.getDefaultToolkit();
                System.out.println("java.util.prefs.Preferences");
              }
            }
            """);
    log = Files.writeString(directory.resolve("run.log"), LOG);
  }

  @Test
  void leavesOutWhatNoCodeThatCanRunUses() {
    assertThat(modules()).isEqualTo(new CommandLineRun(0, "java.base\njava.logging\n", ""));
    assertThat(modules("--level", "reachable")).isEqualTo(modules());
  }

  @Test
  void keepsEverythingWhereItIsToBeSafe() {
    assertThat(modules("--level", "safe"))
        .isEqualTo(
            new CommandLineRun(0, "java.base\njava.desktop\njava.logging\njava.prefs\n", ""));
  }

  @Test
  void saysWhichLevelIsTheDefault() {
    assertThat(modules("--help").out())
        .contains(
            "--level=safe|reachable",
            "Default: " + InferenceLevel.DEFAULT.name().toLowerCase(Locale.ROOT) + ".");
  }

  @Test
  void refusesALevelThatIsNone() {
    CommandLineRun run = modules("--level", "bold");
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--level", "SAFE, REACHABLE");
  }

  @Test
  void explainsWhatIsLeftOutWhereNoProgramLooks() {
    CommandLineRun run = modules("--explain");
    assertThat(run.out())
        .isEqualTo(
            """
            java.base\tevery application needs it
            java.logging\tcom.acme.App → java.util.logging.Level (classes)
            """);
    assertThat(run.err())
        .isEqualTo(
            "left out: java.desktop: "
                + DESKTOP
                + "\nleft out: java.prefs: perhaps: "
                + PREFS
                + "\n");
  }

  @Test
  void explainsThatAReasonIsWeak() {
    assertThat(modules("--level", "safe", "--explain").out())
        .contains("java.prefs\tperhaps: " + PREFS + "\n");
  }

  @Test
  void tellsProgramsOfBoth() throws IOException {
    CommandLineRun run = modules("--format", "json", "--explain");
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.at("/modules/1/module").asText()).isEqualTo("java.logging");
    assertThat(json.at("/modules/1/reasons/0/weak").isBoolean()).isTrue();
    assertThat(json.at("/modules/1/reasons/0/weak").asBoolean()).isFalse();
    assertThat(json.at("/leftOut/0/module").asText()).isEqualTo("java.desktop");
    assertThat(json.at("/leftOut/0/reasons/0/text").asText()).isEqualTo(DESKTOP);
    assertThat(json.at("/leftOut/1/reasons/0/text").asText()).isEqualTo(PREFS);
    assertThat(json.at("/leftOut/1/reasons/0/weak").asBoolean()).isTrue();
    assertThat(run.err()).isEmpty();
  }

  @Test
  void takesWishes() {
    assertThat(
            modules(
                    "--add-modules=java.desktop,jdk.unsupported",
                    "--exclude-modules=java.logging",
                    "--locale=de",
                    "--jvm-flag=-XX:StartFlightRecording")
                .out()
                .lines())
        .containsExactly(
            "java.base",
            "java.desktop",
            "java.prefs",
            "jdk.jfr",
            "jdk.localedata",
            "jdk.unsupported");
  }

  @Test
  void refusesEveryBadWish() {
    CommandLineRun run =
        modules("--add-modules=java..sql", "--locale=de_DE", "--jvm-flag=-jar", "--trace=none.log");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err().lines())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("error: [BadModuleName] 'java..sql' "))
        .anyMatch(line -> line.startsWith("error: [BadLocale] 'de_DE' "))
        .anyMatch(line -> line.startsWith("error: [BadJvmFlag] '-jar' "));
  }

  @Test
  void addsWhatARunLoaded() {
    assertThat(modules("--trace", log.toString()))
        .isEqualTo(new CommandLineRun(0, "java.base\njava.logging\njava.naming\n", COMPARISON));
    assertThat(modules("--trace", log.toString(), "--trace-mode", "union"))
        .isEqualTo(modules("--trace", log.toString()));
  }

  @Test
  void takesOnlyWhatARunLoadedAndWhatIsAskedFor() {
    assertThat(modules("--trace", log.toString(), "--trace-mode", "only"))
        .isEqualTo(new CommandLineRun(0, "java.base\njava.naming\n", COMPARISON));
    CommandLineRun run =
        modules(
            "--trace",
            log.toString(),
            "--trace-mode",
            "only",
            "--explain",
            "--locale=de",
            "--exclude-modules=java.naming");
    assertThat(run.out().lines().map(line -> line.split("\t", -1)[0]))
        .containsExactly("java.base", "jdk.localedata");
    assertThat(run.err().lines().filter(line -> line.startsWith("left out: ")))
        .containsExactly(
            "left out: java.desktop: " + DESKTOP,
            "left out: java.logging: com.acme.App → java.util.logging.Level (classes)",
            "left out: java.prefs: perhaps: " + PREFS);
  }

  @Test
  void takesSeveralRunsTogether() throws IOException {
    Path other =
        Files.writeString(
            directory.resolve("other.log"),
            """
            java.lang.Object source: jrt:/java.base
            java.util.logging.Level source: jrt:/java.logging
            """);
    CommandLineRun run = modules("--trace", log.toString(), "--trace", other.toString());
    assertThat(run.out()).isEqualTo("java.base\njava.logging\njava.naming\n");
    assertThat(run.err())
        .isEqualTo(
            """
            loaded in the recorded run, and not listed:
              java.naming: javax.naming.Context
            """);
  }

  @Test
  void doesNotLinkWhatIsExcludedForARun() throws IOException {
    Path rmi =
        Files.writeString(
            directory.resolve("rmi.log"), LOG + "java.rmi.Remote source: jrt:/java.rmi\n");
    CommandLineRun run = modules("--trace", rmi.toString(), "--exclude-modules=java.logging");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err())
        .isEqualTo(
            "error: [ExcludedModuleRequired] java.logging is excluded, but required by java.naming,"
                + " java.rmi; keep java.logging, or exclude java.naming, java.rmi too\n");
  }

  @Test
  void refusesEveryTraceThatIsNone() throws IOException {
    Path bad = Files.writeString(directory.resolve("bad.log"), "hello\n");
    CommandLineRun run = modules("--trace", bad.toString(), "--trace", "none.log");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .hasSize(2)
        .anyMatch(
            line ->
                line.startsWith(
                    "error: [BadTrace] "
                        + bad
                        + " is no record of a run: it begins with 'hello'; "))
        .anyMatch(
            line ->
                line.startsWith(
                    "error: [BadTrace] none.log cannot be read: there is no such file; "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--trace-mode=only|--trace-mode needs --trace",
        "--trace-mode=both --trace=run.log|'both' is not union or only"
      })
  void refusesAModeThatMeansNothing(String line) {
    List<String> parts = Arrays.asList(line.split("\\|", -1));
    CommandLineRun run = modules(parts.get(0).split(" ", -1));
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains(parts.get(1));
  }

  @Test
  void writesDockerfilesOfTheSameModules() throws IOException {
    Path out = directory.resolve("out");
    CommandLineRun run =
        run(
            "dockerfile",
            "--trace",
            log.toString(),
            "--trace-mode",
            "only",
            "--output",
            out.toString());
    assertThat(run).isEqualTo(new CommandLineRun(0, "", COMPARISON));
    assertThat(out.resolve("Dockerfile"))
        .content()
        .contains("--add-modules=java.base,java.naming ");
    assertThat(out.resolve("root-modules.txt"))
        .content()
        .endsWith(
            """

            # a recorded run loaded javax.naming.Context
            java.naming

            # left out: java.desktop: com.acme.App → java.awt.Toolkit (classes)
            # left out: java.prefs: perhaps: com.acme.App → the name java.util.prefs.Preferences (classes)
            """);
    assertThat(run("dockerfile", "--level", "safe").out())
        .contains("--add-modules=java.base,java.desktop,java.logging,java.prefs ");
  }

  @Test
  void checksModules() {
    assertThat(modules("--check=java.base"))
        .isEqualTo(
            new CommandLineRun(
                ExitCode.FINDINGS,
                """
                com.acme.App → java.util.logging.Level (classes): java.logging is not linked
                com.acme.App → java.awt.Toolkit (classes): java.desktop is not linked, and no code\
                 that can run needs it
                """,
                ""));
    assertThat(modules("--check=java.base,java.logging"))
        .isEqualTo(
            new CommandLineRun(
                ExitCode.GOOD,
                """
                com.acme.App → java.awt.Toolkit (classes): java.desktop is not linked, and no code\
                 that can run needs it
                """,
                ""));
    assertThat(modules("--check", "java.desktop,java.logging"))
        .isEqualTo(new CommandLineRun(ExitCode.GOOD, "", ""));
  }

  @Test
  void tellsOfAbsentClassesWhereAsked(@TempDir Path own) throws IOException {
    Path lacking =
        TestApplication.compile(
            own,
            "App.java",
            "public class App { public static void main(String[] a) { new Gone(); } }",
            "Gone.java",
            "class Gone {}");
    Files.delete(lacking.resolve("Gone.class"));
    String[] line = {
      "modules", "--class-path", lacking.toString(), "--main-class=App", "--check=java.base"
    };
    assertThat(CommandLineRun.of(line)).isEqualTo(new CommandLineRun(ExitCode.GOOD, "", ""));
    String[] explained = Arrays.copyOf(line, line.length + 1);
    explained[line.length] = "--explain";
    assertThat(CommandLineRun.of(explained))
        .isEqualTo(new CommandLineRun(ExitCode.GOOD, "App → Gone (classes): it is nowhere\n", ""));
  }

  @Test
  void tellsProgramsOfWhatIsMissing() throws IOException {
    CommandLineRun run = modules("--check=java.base", "--format=json");
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(run.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(json.at("/good").asBoolean(true)).isFalse();
    assertThat(json.at("/unresolved")).hasSize(2);
    JsonNode first = json.at("/unresolved/0");
    assertThat(first.at("/kind").asText()).isEqualTo("module");
    assertThat(first.at("/user").asText()).isEqualTo("com.acme.App");
    assertThat(first.at("/used").asText()).isEqualTo("java.util.logging.Level");
    assertThat(first.at("/jar").asText()).isEqualTo("classes");
    assertThat(first.at("/module").asText()).isEqualTo("java.logging");
    assertThat(first.at("/runs").asBoolean()).isTrue();
  }

  @Test
  void refusesEveryModuleToCheckThatIsNone() {
    CommandLineRun unknown = modules("--check=java.base,java.loging");
    assertThat(unknown.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(unknown.err()).contains("[UnknownModule]", "has no module java.loging;");
    CommandLineRun bad = modules("--check=java..base,1");
    assertThat(bad.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(bad.err().lines()).hasSize(2).allMatch(line -> line.contains("[BadModuleName]"));
  }

  private CommandLineRun modules(String... options) {
    return run("modules", options);
  }

  private CommandLineRun run(String command, String... options) {
    List<String> line =
        new ArrayList<>(
            List.of(command, "--class-path", classes.toString(), "--main-class", "com.acme.App"));
    line.addAll(Arrays.asList(options));
    return CommandLineRun.of(line.toArray(new String[0]));
  }
}
