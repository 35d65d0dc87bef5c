package dev.parka.dockerfile;

import dev.parka.runtime.tree.ImagePath;
import java.util.List;
import java.util.Optional;

/**
 * Maven's commands. Of several modules, the application's and those that it needs are built.
 *
 * @param project what is built
 */
record MavenCommands(ProjectBuild project) implements BuildCommands {

  private static final ImagePath REPOSITORY = new ImagePath("/maven");

  @Override
  public ImagePath repository() {
    return REPOSITORY;
  }

  @Override
  public List<String> fetch() {
    return List.of(maven() + " dependency:go-offline");
  }

  @Override
  public List<String> build(Optional<String> libraries) {
    String copy =
        libraries
            .map(project::withinModule)
            .map(
                path ->
                    " dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="
                        + Escape.shell(path))
            .orElse("");
    return List.of(maven() + " -DskipTests package" + copy);
  }

  private String maven() {
    return (project.tool() == BuildTool.MAVEN_WRAPPER ? "sh ./mvnw" : "mvn")
        + " --batch-mode --no-transfer-progress -Dmaven.repo.local="
        + REPOSITORY
        + project
            .module()
            .map(module -> " --projects=" + Escape.shell(module) + " --also-make")
            .orElse("");
  }
}
