package dev.parka.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectFilesTest {

  @TempDir private Path project;

  @Test
  void findsWhatSaysOnWhatModulesDepend() throws IOException {
    make("pom.xml", "mvnw", ".mvn/wrapper/x", "core/pom.xml", "apps/web/pom.xml");
    make("core/target/classes/pom.xml", "core/src/it/pom.xml", ".git/pom.xml", "README.md");

    assertThat(ProjectFiles.of(project, BuildTool.MAVEN_WRAPPER).paths())
        .containsExactly(".mvn/", "apps/web/pom.xml", "core/pom.xml", "mvnw", "pom.xml");
    assertThat(ProjectFiles.of(project, BuildTool.MAVEN).paths()).doesNotContain("mvnw");
    assertThat(ProjectFiles.of(project, BuildTool.MAVEN).modules())
        .containsExactly("", "apps/web/", "core/");
    assertThat(ProjectFiles.of(project, BuildTool.NONE).paths()).isEmpty();
  }

  @Test
  void findsWhatGradleReadsFirst() throws IOException {
    make("settings.gradle.kts", "gradlew", "gradle/libs.versions.toml", "app/build.gradle.kts");
    make("buildSrc/build.gradle", "app/build/build.gradle", "gradle.properties");

    assertThat(ProjectFiles.of(project, BuildTool.GRADLE_WRAPPER).paths())
        .containsExactly(
            "app/build.gradle.kts",
            "buildSrc/",
            "buildSrc/build.gradle",
            "gradle.properties",
            "gradle/",
            "gradlew",
            "settings.gradle.kts");
  }

  @ParameterizedTest
  @CsvSource({
    "pom.xml, maven",
    "pom.xml mvnw, maven-wrapper",
    "build.gradle, gradle",
    "settings.gradle.kts gradlew, gradle-wrapper"
  })
  void detectsTheTool(String files, String tool) throws IOException {
    make(files.split(" ", -1));

    assertThat(ProjectFiles.detect(project)).hasToString(tool);
    assertThat(BuildTool.ofWord(tool)).contains(ProjectFiles.detect(project));
    assertThat(BuildTool.words()).contains(tool);
  }

  @Test
  void doesNotChooseBetweenTwoTools() throws IOException {
    make("pom.xml", "build.gradle");

    assertThatThrownBy(() -> ProjectFiles.detect(project))
        .hasMessage(
            "[SeveralBuildTools] "
                + project
                + " has files of both Maven and Gradle; name the build tool: maven, maven-wrapper,"
                + " gradle or gradle-wrapper");
  }

  @Test
  void refusesAToolThatTheProjectHasNothingFor() throws IOException {
    assertThatThrownBy(() -> ProjectFiles.detect(project))
        .hasMessage(
            "[NoBuildFile] there is neither pom.xml nor build.gradle in "
                + project
                + "; name the directory of the project, or build the jar before the image");
    make("pom.xml");
    assertThatThrownBy(() -> ProjectFiles.of(project, BuildTool.MAVEN_WRAPPER))
        .hasMessage(
            "[NoBuildFile] there is no mvnw in "
                + project
                + " for the build tool maven-wrapper; name another build tool, or the directory of"
                + " the project");
    assertThatThrownBy(() -> ProjectFiles.of(project.resolve("none"), BuildTool.MAVEN))
        .hasMessageStartingWith("[NoBuildFile] the project " + project + "/none cannot be read");
  }

  // FAULTS 9, 11
  @Test
  void refusesModulesWhoseNamesWouldNeedQuoting() throws IOException {
    make("pom.xml", "$(id)/pom.xml");

    assertThatThrownBy(() -> ProjectFiles.of(project, BuildTool.MAVEN))
        .hasMessageStartingWith("[BadPath] '$(id)/pom.xml' is no plain path");
  }

  private void make(String... files) throws IOException {
    for (String file : files) {
      Files.createDirectories(project.resolve(file).getParent());
      Files.writeString(project.resolve(file), "");
    }
  }
}
