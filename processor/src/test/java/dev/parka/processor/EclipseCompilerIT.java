package dev.parka.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.processor.Project.Run;
import dev.parka.runtime.jdk.Jdk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.internal.compiler.batch.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eclipse's compiler never says when class files are there. The handle is written, and what would
 * have to be guessed is not: neither a list of modules nor a Dockerfile, let alone over one that is
 * checked in.
 */
final class EclipseCompilerIT {

  @TempDir private Path scratch;

  @Test
  void getsTheHandleAndIsToldOfTheRest() throws Exception {
    Project project = new Project(scratch);
    project.source("Dockerfile", "# Written by Parka: of another day\n");
    project.source("root-modules.txt", "# Written by Parka: of another day\njava.base\n");
    project.source(
        "com/acme/App.java",
        """
        package com.acme;

        @dev.parka.annotations.ContainerImage
        public final class App {
          public static void main(String[] arguments) {
            System.out.println(new AppImage().mainClass());
          }
        }
        """);

    Run run = compile(project, "-Aparka.directory=.", "-Aparka.drift=update");

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output())
        .contains("WARNING in ", "App.java (at line 3)")
        .contains(
            "[NoClassFiles] no Dockerfile is written for com.acme.App: this compiler does not tell"
                + " when class files are ready; compile with javac itself, or run parka-cli"
                + " dockerfile on the class files when they are there\n");
    assertThat(scratch.resolve("out/com/acme/AppImage.class")).exists();
    assertThat(scratch.resolve("out/META-INF")).doesNotExist();
    assertThat(project.read("Dockerfile")).isEqualTo("# Written by Parka: of another day\n");
    assertThat(project.read("root-modules.txt")).endsWith("\njava.base\n");
    assertThat(project.run(List.of(java(), "-cp", "out:" + Javac.annotations(), "com.acme.App")))
        .isEqualTo(new Run(0, "com.acme.App\n"));
  }

  @Test
  void failsAtTheLineOfTheAnnotation() throws Exception {
    Project project = new Project(scratch);
    project.source(
        "com/acme/App.java",
        """
        package com.acme;

        @dev.parka.annotations.ContainerImage(ports = 0)
        public final class App {
          public static void main(String[] arguments) {}
        }
        """);

    Run run = compile(project);

    assertThat(run.exitCode()).isNotZero();
    assertThat(run.output()).contains("ERROR in ", "App.java (at line 3)", "[PortOutOfRange] ");
  }

  private static Run compile(Project project, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                java(),
                "-cp",
                PackagedJars.jar(Main.class).toString(),
                Main.class.getName(),
                "--release",
                "17",
                "-processorpath",
                PackagedJars.path(),
                "-cp",
                PackagedJars.path() + ":" + project.directory().resolve("out"),
                "-d",
                "out"));
    command.addAll(List.of(options));
    command.add("com/acme/App.java");
    return project.run(command);
  }

  private static String java() {
    return Jdk.running().tool("java").toString();
  }
}
