package dev.parka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.image.TestApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulePathOptionsTest {

  @TempDir private Path directory;
  private Path classes;

  @BeforeEach
  void compile() throws IOException {
    classes =
        TestApplication.compile(
            directory,
            "module-info.java",
            "module com.acme.app { requires java.sql; }",
            "com/acme/App.java",
            """
            package com.acme;

            public class App {
              public static void main(String[] arguments) {
                System.out.println(arguments.length);
              }
            }
            """);
  }

  @Test
  void startsTheMainClassOfAModule() {
    CommandLineRun run =
        CommandLineRun.of(
            "modules", "-p", classes.toString(), "-m", "com.acme.app/com.acme.App", "--explain");

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            "java.base\tevery application needs it\njava.sql\tcom.acme.app requires java.sql\n");
  }

  @Test
  void takesAClassPathBesideIt() throws IOException {
    Path library =
        TestApplication.compile(
            directory.resolve("lib"),
            "org/lib/Lib.java",
            "package org.lib; public class Lib { java.util.logging.Level used; }");
    CommandLineRun run =
        CommandLineRun.of(
            "modules",
            "--class-path",
            library.toString(),
            "--module-path",
            classes.toString(),
            "--module",
            "com.acme.app");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo("java.base\njava.logging\njava.sql\n");
  }

  @Test
  void reportsWhatIsWrongWithModules() {
    CommandLineRun run = CommandLineRun.of("modules", "-p", classes.toString(), "-m", "com.acme");

    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err())
        .isEqualTo(
            "error: [UnknownModule] the module com.acme is to be started, but is not on the module"
                + " path; add the jar that has it to the module path\n");
  }

  @Test
  void wantsBothOptionsOrNone() {
    CommandLineRun half = CommandLineRun.of("modules", "-p", classes.toString());
    CommandLineRun none = CommandLineRun.of("modules");

    assertThat(half.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(half.err())
        .startsWith("--module-path and --module go together: one of them is missing.\n");
    assertThat(none.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(none.err())
        .startsWith("Missing option: --class-path, or --module-path and --module.\n");
  }

  @Test
  void isForListsBuildsAndDockerfiles() {
    for (String command : List.of("modules", "build", "dockerfile")) {
      assertThat(CommandLineRun.of(command, "--help").out())
          .contains("[--class-path=<path", "--module-path");
    }
  }

  @Test
  void buildsNeedAPathAsWell() {
    CommandLineRun none = CommandLineRun.of("build", "--output", "app.tar");

    assertThat(none.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(none.err())
        .startsWith("Missing option: --class-path, or --module-path and --module.\n");
  }

  @Test
  void makesADockerfileThatStartsAModule() {
    CommandLineRun run =
        CommandLineRun.of(
            "dockerfile",
            "-p",
            classes.toString(),
            "-m",
            "com.acme.app/com.acme.App",
            "--jar=app.jar");

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            "--add-modules=java.base,java.sql \\\n",
            "COPY [\"./app.jar\", \"/app/app.jar\"]\n",
            "ENTRYPOINT [\"/opt/java/bin/java\", \"@/app/module-path\", \"-m\","
                + " \"com.acme.app/com.acme.App\"]\n");
  }

  @Test
  void makesNoDockerfileWithAClassPathBesideIt() throws IOException {
    Path library =
        TestApplication.compile(
            directory.resolve("lib"), "org/lib/Lib.java", "package org.lib; public class Lib {}");
    CommandLineRun run =
        CommandLineRun.of(
            "dockerfile",
            "--class-path=" + library,
            "--module-path=" + classes,
            "--module=com.acme.app/com.acme.App");

    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err())
        .isEqualTo(
            "error: [ClassesBesideModules] a Dockerfile has one directory of libraries, which cannot"
                + " lie on the class path and on the module path; name all jars on one of both, or"
                + " build the image without a Dockerfile\n");
  }
}
