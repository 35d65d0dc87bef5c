package dev.parka.dockerfile;

import static java.util.stream.Collectors.joining;

import dev.parka.runtime.tree.ImagePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gradle's commands. It has no task that fetches everything and none that copies what an
 * application depends on; a script beside the project adds them, in words that all versions since 4
 * know.
 *
 * @param project what is built
 */
record GradleCommands(ProjectBuild project) implements BuildCommands {

  private static final ImagePath HOME = new ImagePath("/gradle");
  private static final String SCRIPT = "/parka.gradle";
  private static final String FETCH = "parkaFetch";
  private static final String COPY = "parkaLibraries";

  @Override
  public ImagePath repository() {
    return HOME;
  }

  @Override
  public List<String> fetch() {
    String lines = script().stream().map(Escape::shell).collect(joining(" \\\n      "));
    return List.of("printf '%s\\n' \\\n      " + lines + " > " + SCRIPT, gradle() + " " + FETCH);
  }

  @Override
  public List<String> build(Optional<String> libraries) {
    List<String> tasks = new ArrayList<>(List.of(task("assemble")));
    List<String> properties = new ArrayList<>();
    libraries.ifPresent(
        path -> {
          tasks.add(task(COPY));
          properties.add("-Pparka.libraries=" + Escape.shell(project.withinModule(path)));
        });
    properties.addAll(tasks);
    return List.of(gradle() + " " + String.join(" ", properties));
  }

  private static List<String> script() {
    return List.of(
        "allprojects { project ->",
        "  project.tasks.create('" + FETCH + "') {",
        "    doLast {",
        "      project.configurations.findAll { it.canBeResolved }.each {",
        "        it.incoming.artifactView { view -> view.lenient = true }.files.files",
        "      }",
        "    }",
        "  }",
        "  project.plugins.withId('java') {",
        "    project.tasks.create('" + COPY + "', Copy) {",
        "      from project.configurations.runtimeClasspath",
        "      into project.file(project.findProperty('parka.libraries') ?: 'build/lib')",
        "    }",
        "  }",
        "}");
  }

  private String task(String name) {
    return project
        .module()
        .map(module -> Escape.shell(":" + module.replace('/', ':') + ":" + name))
        .orElse(name);
  }

  /** The tasks of the script look at the project while they run, which that cache forbids. */
  private String gradle() {
    return (project.tool() == BuildTool.GRADLE_WRAPPER ? "sh ./gradlew" : "gradle")
        + " --no-daemon --console=plain --gradle-user-home="
        + HOME
        + " --init-script="
        + SCRIPT
        + " -Dorg.gradle.configuration-cache=false";
  }
}
