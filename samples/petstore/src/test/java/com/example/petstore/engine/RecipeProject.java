package com.example.petstore.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The application of the golden cases: two Maven modules, built once outside of any image, so that
 * there are packaged jars, and a Maven repository that has all that a build needs and no more.
 *
 * @param directory the build context
 * @param repository what Maven has fetched
 */
record RecipeProject(Path directory, Path repository) {

  /** Looks into the repository of whoever runs this, before anything is fetched. */
  private static final String SETTINGS =
      """
      <settings>
        <profiles>
          <profile>
            <id>near</id>
            <repositories>
              <repository><id>near</id><url>file://%1$s</url></repository>
            </repositories>
            <pluginRepositories>
              <pluginRepository><id>near</id><url>file://%1$s</url></pluginRepository>
            </pluginRepositories>
          </profile>
        </profiles>
        <activeProfiles><activeProfile>near</activeProfile></activeProfiles>
      </settings>
      """;

  /** Lays it out in a new directory. */
  static RecipeProject in(Path scratch) throws IOException {
    Path directory = scratch.resolve("project");
    Tool.named("cp").run("-r", "src/test/resources/recipes/project", directory.toString());
    Path tools = Files.createDirectory(directory.resolve("tools"));
    Files.copy(Path.of("../../core/image/target/parka-cli.jar"), tools.resolve("parka-cli.jar"));
    Path settings = scratch.resolve("settings.xml");
    Files.writeString(
        settings, SETTINGS.formatted(System.getProperty("user.home") + "/.m2/repository"));
    Path repository = scratch.resolve("repository");
    Tool.named("mvn")
        .withEnvironment("JAVA_HOME", System.getProperty("java.home"))
        .with("--batch-mode", "--no-transfer-progress", "--quiet", "--settings=" + settings)
        .with("--file=" + directory, "-Dmaven.repo.local=" + repository, "-DskipTests")
        .run(
            "dependency:go-offline",
            "package",
            "dependency:copy-dependencies",
            "-DincludeScope=runtime",
            "-DoutputDirectory=target/lib");
    // As umask 077 leaves files: the image's user could not read them.
    Tool.named("chmod").run("-R", "go=", directory.toString());
    return new RecipeProject(directory, repository);
  }
}
