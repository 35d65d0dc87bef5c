package dev.parka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.image.TestApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  private String out = "";
  private String err = "";
  private Path classes;

  @TempDir Path directory;

  @BeforeEach
  void compile() throws IOException {
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
            }
            """);
  }

  @Test
  void printsOneModuleALine() {
    assertThat(run("modules", "--class-path", classes.toString())).isEqualTo(ExitCode.GOOD);
    assertThat(out).isEqualTo("java.base\njava.logging\n");
  }

  @Test
  void knowsWhatMayBeStripped() {
    String[] build = {
      "dockerfile", "--class-path=" + classes, "--main-class=com.acme.App", "--keep=native-symbol"
    };

    assertThat(run(build)).isEqualTo(ExitCode.USAGE);
    assertThat(err)
        .contains(
            "Invalid value for option '--keep' (<thing>): 'native-symbol' is nothing that can be"
                + " stripped; did you mean native-symbols?");
    build[3] = "--strip=everything";
    assertThat(run(build)).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("; it takes java-debug-attributes, unreferenced-classes, ");
    build[3] = "--keep=launchers,class-list";
    assertThat(run(build)).isEqualTo(ExitCode.GOOD);
    assertThat(out).contains("/linked/man ").doesNotContain("/linked/bin -type f !", "classlist");
  }

  @Test
  void explainsAfterATab() {
    assertThat(
            run(
                "modules",
                "--class-path",
                classes.toString(),
                "--jvm-flag=-XX:StartFlightRecording",
                "--explain"))
        .isEqualTo(ExitCode.GOOD);
    assertThat(out.lines())
        .hasSize(3)
        .allMatch(line -> line.matches("[a-z.]+\t.+"))
        .anyMatch(line -> line.startsWith("java.logging\tcom.acme.App "))
        .anyMatch(line -> line.startsWith("jdk.jfr\t") && line.contains("StartFlightRecording"));
  }

  @Test
  void printsModulesForPrograms() {
    assertThat(run("modules", "--class-path", classes.toString(), "--format", "json"))
        .isEqualTo(ExitCode.GOOD);
    assertThat(out).startsWith("{").contains("\"module\" : \"java.logging\"");
  }

  @Test
  void readsTheMainClassFromTheManifest() throws IOException {
    Path jar = TestApplication.jar(classes, directory.resolve("app.jar"), "com.acme.App");
    assertThat(run("dockerfile", "--class-path", jar.toString())).isEqualTo(ExitCode.GOOD);
    assertThat(out)
        .startsWith("# Written by Parka")
        .contains("ENTRYPOINT [\"/opt/java/bin/java\", \"@/app/class-path\", \"com.acme.App\"]\n")
        .contains("COPY [\"./target/app.jar\", \"/app/app.jar\"]\n");
  }

  @Test
  void asksForAMainClassThatNobodyNames() {
    assertThat(run("dockerfile", "--class-path", classes.toString())).isEqualTo(ExitCode.FAILURE);
    assertThat(err)
        .isEqualTo(
            "error: [NoMainClassNamed] neither --main-class nor the manifest of the first class"
                + " path entry names a main class; add --main-class, as in --main-class"
                + " com.acme.App\n");
  }

  @Test
  void optionsGoBeforeTheAnnotation() throws IOException {
    TestApplication.compile(
        directory,
        "com/acme/AppImage.java",
        """
        package com.acme;

        import java.util.List;
        import java.util.Map;

        public final class AppImage implements dev.parka.annotations.ImageDescriptor {
          @Override
          public String mainClass() {
            return "com.acme.App";
          }

          @Override
          public String name() {
            return "annotated";
          }

          @Override
          public List<Map.Entry<String, String>> env() {
            return List.of(Map.entry("A", "1"), Map.entry("B", "2"));
          }
        }
        """);
    assertThat(
            run(
                "dockerfile",
                "--class-path",
                classes.toString(),
                "--main-class",
                "com.acme.App",
                "--env",
                "B=3",
                "--env",
                "C=4",
                "--user",
                "1000:0",
                "--allow-root",
                "--jdk-image",
                "jdk:local",
                "--jar",
                "build/a.jar"))
        .isEqualTo(ExitCode.GOOD);
    assertThat(out)
        .contains("FROM jdk:local AS runtime\n")
        .contains("COPY [\"./build/a.jar\", \"/app/annotated.jar\"]\n")
        .contains("ENV A=\"1\"\nENV B=\"3\"\nENV C=\"4\"\n")
        .contains("USER 1000:0\n");
    assertThat(err).isEmpty();
  }

  @Test
  void writesFilesAndNeverOverAHandWrittenOne() throws IOException {
    Path target = directory.resolve("out");
    String[] command = {
      "dockerfile",
      "--class-path",
      classes.toString(),
      "--main-class",
      "com.acme.App",
      "--output",
      target.toString()
    };
    assertThat(run(command)).isEqualTo(ExitCode.GOOD);
    assertThat(run(command)).as("ours is replaced").isEqualTo(ExitCode.GOOD);
    assertThat(target).isDirectoryContaining("glob:**/Dockerfile");
    assertThat(target.resolve("root-modules.txt")).content().contains("\njava.logging\n");
    Files.writeString(target.resolve("Dockerfile"), "FROM scratch\n");
    assertThat(run(command)).isEqualTo(ExitCode.FAILURE);
    assertThat(target.resolve("Dockerfile")).hasContent("FROM scratch\n");
    assertThat(err)
        .isEqualTo(
            "error: [HandWrittenFile] "
                + target.resolve("Dockerfile")
                + " was not written by Parka, and is left as it is; move it away, or choose another"
                + " directory\n");
  }

  @Test
  void holdsCheckedInFilesAgainstWhatWouldBeWritten() throws IOException {
    Path target = directory.resolve("out");
    String[] command = {
      "dockerfile",
      "--class-path",
      classes.toString(),
      "--main-class",
      "com.acme.App",
      "--output",
      target.toString(),
      "--drift=fail"
    };
    assertThat(run(command)).isEqualTo(ExitCode.FINDINGS);
    assertThat(err)
        .startsWith(
            "error: [StaleFile] "
                + target.resolve("Dockerfile")
                + " is not there; repeat the command with --drift=update and check it in\n");
    assertThat(target).doesNotExist();
    command[command.length - 1] = "--drift=update";
    assertThat(run(command)).isEqualTo(ExitCode.GOOD);
    command[command.length - 1] = "--drift=fail";
    assertThat(run(command)).isEqualTo(ExitCode.GOOD);
    assertThat(err).isEmpty();
    command[command.length - 1] = "--drift=sometimes";
    assertThat(run(command)).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("'sometimes' is not fail, warn or update");
  }

  @Test
  void tellsOfEveryBadValueAndWritesNothing() {
    Path output = directory.resolve("x.tar");
    assertThat(
            run(
                "build",
                "--class-path",
                classes.toString(),
                "--main-class",
                "com.acme.App",
                "--port",
                "0,70000",
                "--name",
                "Bad Name",
                "--output",
                output.toString()))
        .isEqualTo(ExitCode.FAILURE);
    assertThat(err.lines())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("error: [BadReference] 'Bad Name' is no repository"))
        .anyMatch(line -> line.startsWith("error: [PortOutOfRange] 0 is no port"))
        .anyMatch(line -> line.startsWith("error: [PortOutOfRange] 70000 is no port"));
    assertThat(output).doesNotExist();
  }

  @Test
  void refusesAClassPathThatIsNotThere() {
    assertThat(run("modules", "--class-path", "missing.jar:gone/*")).isEqualTo(ExitCode.FAILURE);
    assertThat(err.lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("error: [NoSuchClassPathEntry] "));
  }

  @Test
  void refusesAJdkThatIsNone() {
    assertThat(run("modules", "--class-path", classes.toString(), "--jdk", directory.toString()))
        .isEqualTo(ExitCode.FAILURE);
    assertThat(err)
        .isEqualTo(
            "error: [NotAJdk] "
                + directory
                + " holds no JDK: it has no release file or no bin/java; give the directory that"
                + " holds bin, lib and release\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "modules", "modules --class-path", "build --class-path x"})
  void usageErrorsHaveAnExitCodeOfTheirOwn(String line) {
    assertThat(run(line.isEmpty() ? new String[0] : line.split(" ", -1))).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("Usage: parka-cli");
  }

  @Test
  void suggestsWhatWasMeant() {
    assertThat(run("bild")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("Did you mean").contains("parka-cli build");
    assertThat(run("report", "app.tar", "--ouput", "x.html")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("Unknown options: '--ouput'", "Possible solutions: --output");
  }

  private int run(String... arguments) {
    CommandLineRun run = CommandLineRun.of(arguments);
    out = run.out();
    err = run.err();
    return run.exitCode();
  }
}
