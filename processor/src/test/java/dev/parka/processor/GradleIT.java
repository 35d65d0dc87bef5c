package dev.parka.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.processor.Project.Run;
import dev.parka.runtime.jdk.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Gradle build with the packaged processor. The Gradle is Debian's, 4.4.1, which runs on JDK 17
 * and has no {@code annotationProcessor} configuration yet.
 */
@Tag("engine")
@ExtendWith(NeedsGradle.class)
final class GradleIT {

  private static final String BUILD =
      """
      apply plugin: 'java'

      dependencies {
        compileOnly files(parkaJars.split(':'))
      }
      compileJava {
        options.annotationProcessorPath = files(parkaJars.split(':'))
        options.compilerArgs += [
          '-Aparka.jar=build/libs/shop.jar', '-Aparka.lib=', "-Aparka.directory=$projectDir"
        ]
        if (project.hasProperty('drift')) {
          options.compilerArgs += '-Aparka.drift=' + project.drift
        }
      }
      """;

  private static final String MODULES =
      "build/classes/java/main/META-INF/parka/com.acme.App/root-modules.txt";

  @TempDir private Path scratch;
  private Project project;

  @BeforeEach
  void writeABuild() throws Exception {
    project = new Project(Files.createDirectories(scratch.resolve("shop")));
    project.source("settings.gradle", "rootProject.name = 'shop'\n");
    project.source("build.gradle", BUILD);
    project.source(
        "src/main/java/com/acme/App.java",
        """
        package com.acme;

        @dev.parka.annotations.ContainerImage
        public final class App {
          public static void main(String[] arguments) {
            System.out.println(new AppImage().mainClass() + Store.timeout());
          }
        }
        """);
    store("0");
  }

  @Test
  void holdsTheCheckedInFilesAgainstWhatIsCompiled() throws Exception {
    assertThat(gradle("classes", "-Pdrift=update")).satisfies(GradleIT::succeeded);
    String dockerfile = project.read("Dockerfile");
    assertThat(dockerfile).contains("COPY [\"./build/libs/shop.jar\", \"/app/app.jar\"]\n");
    assertThat(project.read(MODULES)).isEqualTo(project.read("root-modules.txt"));

    assertThat(gradle("classes")).satisfies(GradleIT::succeeded);
    assertThat(gradle("classes"))
        .satisfies(GradleIT::succeeded)
        .satisfies(run -> assertThat(run.output()).contains(":compileJava UP-TO-DATE"));

    // A class without the annotation changes what the image needs.
    store("java.sql.DriverManager.getLoginTimeout()");

    assertThat(gradle("classes"))
        .satisfies(run -> assertThat(run.exitCode()).isEqualTo(1))
        .satisfies(run -> assertThat(run.output()).contains("[StaleFile] ", "\n  +java.sql\n"));
    assertThat(gradle("classes", "-Pdrift=update")).satisfies(GradleIT::succeeded);
    assertThat(project.read("root-modules.txt")).endsWith("\njava.sql\n");
  }

  /** Gradle then compiles everything again, which is what a list of all modules needs. ADR 23. */
  @Test
  void isNotDeclaredIncremental() throws Exception {
    try (JarFile jar = new JarFile(PackagedJars.jar(ContainerImageProcessor.class).toFile())) {
      assertThat(jar.getEntry("META-INF/services/javax.annotation.processing.Processor"))
          .isNotNull();
      assertThat(jar.getEntry("META-INF/gradle/incremental.annotation.processors")).isNull();
    }
  }

  private void store(String timeout) throws Exception {
    project.source(
        "src/main/java/com/acme/Store.java",
        "package com.acme;\n\nclass Store { static int timeout() { return " + timeout + "; } }\n");
  }

  private Run gradle(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "/usr/bin/gradle",
                "--offline",
                "--no-daemon",
                "--console=plain",
                "--gradle-user-home=" + scratch.resolve("home"),
                "-Dorg.gradle.java.home=" + Jdk.running().home(),
                "-PparkaJars=" + PackagedJars.path()));
    command.addAll(List.of(arguments));
    return project.run(command);
  }

  private static void succeeded(Run run) {
    assertThat(run.exitCode()).as(run.output()).isZero();
  }
}
