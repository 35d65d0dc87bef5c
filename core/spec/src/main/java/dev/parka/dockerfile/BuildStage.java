package dev.parka.dockerfile;

import dev.parka.dockerfile.Instruction.Copy;
import dev.parka.plan.ImagePlan;
import dev.parka.runtime.tree.ImagePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The stage that makes the application's jar. What says on what the project depends is copied
 * first, and what that leads to is fetched in a step of its own: as long as it does not change, an
 * engine takes that step from its cache.
 */
final class BuildStage {

  /** Where the project lies. */
  static final ImagePath PROJECT = new ImagePath("/build");

  private BuildStage() {}

  static Stage of(ImagePlan plan, BuildContext context, ProjectBuild project) {
    List<Instruction> instructions = new ArrayList<>(prepare(plan, project));
    instructions.add(new Instruction.Workdir(PROJECT));
    instructions.addAll(descriptors(project.files()));
    BuildCommands commands =
        project.tool().isMaven() ? new MavenCommands(project) : new GradleCommands(project);
    Optional<ImagePath> cache =
        Optional.of(commands.repository()).filter(path -> project.cacheMounts());
    instructions.add(new Instruction.Run(cache, commands.fetch()));
    instructions.add(Copy.fromContext("./", PROJECT + "/"));
    List<String> build = new ArrayList<>(commands.build(context.libraries()));
    // COPY fails where nothing is, and a build without dependencies makes no directory for them.
    context.libraries().ifPresent(libraries -> build.add("mkdir -p " + libraries));
    instructions.add(new Instruction.Run(cache, build));
    return new Stage(
        "build: makes the application's jar with " + project.tool().title(),
        PlannedDockerfile.from(project.image(), PlannedDockerfile.BUILD_STAGE),
        instructions);
  }

  /** Whoever brings the tool brings a JDK along. */
  private static List<Instruction> prepare(ImagePlan plan, ProjectBuild project) {
    return project.tool().isWrapper()
        ? JdkStage.prepare(plan, project.image())
        : JdkStage.asRoot(project.image());
  }

  /** One instruction a directory, since files that are copied together land in one. */
  private static List<Instruction> descriptors(ProjectFiles files) {
    SortedMap<String, List<String>> byDirectory = new TreeMap<>();
    List<Instruction> instructions = new ArrayList<>();
    for (String path : files.paths()) {
      if (path.endsWith("/")) {
        instructions.add(Copy.fromContext("./" + path, PROJECT + "/" + path));
      } else {
        String directory = path.substring(0, path.lastIndexOf('/') + 1);
        byDirectory.computeIfAbsent(directory, any -> new ArrayList<>()).add("./" + path);
      }
    }
    byDirectory.forEach(
        (directory, paths) ->
            instructions.add(
                new Copy(Optional.empty(), Optional.empty(), paths, PROJECT + "/" + directory)));
    return instructions;
  }
}
