package dev.parka.dockerfile;

import dev.parka.runtime.ParkaException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What of a project says on what it depends: what a build stage copies first, so that a change of
 * the sources alone resolves nothing again.
 *
 * @param paths relative to the project's directory; directories end with a slash
 */
public record ProjectFiles(SortedSet<String> paths) {

  /** Of a project that is not looked at. */
  public static final ProjectFiles NONE = new ProjectFiles(new TreeSet<>());

  private static final Set<String> MAVEN = Set.of("pom.xml");
  private static final Set<String> GRADLE =
      Set.of(
          "build.gradle",
          "build.gradle.kts",
          "settings.gradle",
          "settings.gradle.kts",
          "gradle.properties",
          "gradle.lockfile");

  /** Directories in which no module is, and which can be large. */
  private static final Set<String> SKIPPED =
      Set.of("src", "target", "build", "out", "node_modules");

  /** Copies the paths. */
  public ProjectFiles {
    paths = Collections.unmodifiableSortedSet(new TreeSet<>(paths));
  }

  /**
   * Looks a project through.
   *
   * @throws ParkaException [NoBuildFile] if it cannot be read, or has nothing that the tool needs
   */
  public static ProjectFiles of(Path directory, BuildTool tool) {
    if (tool == BuildTool.NONE) {
      return NONE;
    }
    SortedSet<String> found = new TreeSet<>();
    for (String extra : tool.isMaven() ? Set.of("mvnw", ".mvn/") : Set.of("gradle/", "buildSrc/")) {
      if (Files.exists(directory.resolve(extra))) {
        found.add(extra);
      }
    }
    if (tool == BuildTool.GRADLE_WRAPPER && Files.exists(directory.resolve("gradlew"))) {
      found.add("gradlew");
    }
    found.addAll(descriptors(directory, tool.isMaven() ? MAVEN : GRADLE));
    if (tool == BuildTool.MAVEN) {
      found.remove("mvnw");
    }
    boolean isEnough =
        tool.needed().isEmpty()
            ? found.stream().anyMatch(GRADLE::contains)
            : found.contains(tool.needed());
    if (!isEnough) {
      throw new ParkaException(
          DockerfileProblem.NO_BUILD_FILE,
          "there is no "
              + (tool.needed().isEmpty() ? "build.gradle" : tool.needed())
              + " in "
              + directory
              + " for the build tool "
              + tool,
          "name another build tool, or the directory of the project");
    }
    return new ProjectFiles(found);
  }

  /**
   * The tool that a directory shows; a wrapper before what an image would have to bring.
   *
   * @throws ParkaException [NoBuildFile] if it shows none; [SeveralBuildTools] if it shows more
   */
  public static BuildTool detect(Path directory) {
    boolean isMaven = Files.exists(directory.resolve("pom.xml"));
    boolean isGradle = GRADLE.stream().anyMatch(name -> Files.exists(directory.resolve(name)));
    if (isMaven && isGradle) {
      throw new ParkaException(
          DockerfileProblem.SEVERAL_BUILD_TOOLS,
          directory + " has files of both Maven and Gradle",
          "name the build tool: maven, maven-wrapper, gradle or gradle-wrapper");
    }
    if (isMaven) {
      return Files.exists(directory.resolve("mvnw")) ? BuildTool.MAVEN_WRAPPER : BuildTool.MAVEN;
    }
    if (isGradle) {
      return Files.exists(directory.resolve("gradlew"))
          ? BuildTool.GRADLE_WRAPPER
          : BuildTool.GRADLE;
    }
    throw new ParkaException(
        DockerfileProblem.NO_BUILD_FILE,
        "there is neither pom.xml nor build.gradle in " + directory,
        "name the directory of the project, or build the jar before the image");
  }

  /** The directories that have a descriptor, as {@code core/} or, for the project's own, empty. */
  SortedSet<String> modules() {
    SortedSet<String> modules = new TreeSet<>();
    for (String path : paths) {
      String name = path.substring(path.lastIndexOf('/') + 1);
      if (MAVEN.contains(name) || GRADLE.contains(name)) {
        modules.add(path.substring(0, path.length() - name.length()));
      }
    }
    return modules;
  }

  private static SortedSet<String> descriptors(Path root, Set<String> names) {
    SortedSet<String> found = new TreeSet<>();
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes facts) {
              String name = String.valueOf(directory.getFileName());
              boolean isSkipped = SKIPPED.contains(name) || name.startsWith(".");
              return isSkipped && !directory.equals(root)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
              if (facts.isRegularFile() && names.contains(String.valueOf(file.getFileName()))) {
                found.add(
                    BuildContext.relative(root.relativize(file).toString().replace('\\', '/')));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new ParkaException(
          DockerfileProblem.NO_BUILD_FILE,
          "the project " + root + " cannot be read: " + e.getMessage(),
          "name a directory that can be read",
          e);
    }
    return found;
  }
}
