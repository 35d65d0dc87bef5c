package dev.parka.checkin;

import dev.parka.dockerfile.BuildContext;
import dev.parka.dockerfile.BuildPattern;
import dev.parka.dockerfile.BuilderFiles;
import dev.parka.dockerfile.DockerIgnore;
import dev.parka.dockerfile.Dockerfile;
import dev.parka.dockerfile.PlannedDockerfile;
import dev.parka.plan.ImagePlan;
import dev.parka.plan.RootModulesFile;
import java.util.ArrayList;
import java.util.List;

/**
 * A file as it would be generated now.
 *
 * @param name its name in the directory
 * @param text all of it, with {@code \n} at the end of every line
 * @param header how every generated file of this name begins; one that begins otherwise was written
 *     by hand, and is left alone
 * @param yields whether one that was written by hand is as good, and not a problem
 */
public record GeneratedFile(String name, String text, String header, boolean yields) {

  /** All files of a plan, the Dockerfile first. */
  public static List<GeneratedFile> of(ImagePlan plan, BuildContext context, BuildPattern pattern) {
    List<GeneratedFile> files = new ArrayList<>();
    Dockerfile stages = PlannedDockerfile.of(plan, context);
    if (pattern == BuildPattern.BUILDER) {
      BuilderFiles split = BuilderFiles.of(stages, plan.reference());
      files.add(dockerfile(split.image().render()));
      files.add(ours(BuilderFiles.BUILDER, split.builder().render()));
      files.add(new GeneratedFile(BuilderFiles.SCRIPT, split.script(), BuilderFiles.BEGIN, false));
    } else {
      files.add(dockerfile(stages.render()));
    }
    files.add(rootModules(RootModulesFile.render(plan.runtime().modules())));
    // Many projects have one of their own, and know better what it leaves out.
    files.add(
        new GeneratedFile(DockerIgnore.NAME, DockerIgnore.render(context), Dockerfile.BEGIN, true));
    return List.copyOf(files);
  }

  /** The Dockerfile of this text. */
  public static GeneratedFile dockerfile(String text) {
    return ours("Dockerfile", text);
  }

  /** The list of modules of this text. */
  public static GeneratedFile rootModules(String text) {
    return new GeneratedFile("root-modules.txt", text, RootModulesFile.BEGIN, false);
  }

  private static GeneratedFile ours(String name, String text) {
    return new GeneratedFile(name, text, Dockerfile.BEGIN, false);
  }

  /** The same in a directory that is not the build context's own. */
  public GeneratedFile elsewhere() {
    return name.equals(DockerIgnore.NAME)
        ? new GeneratedFile(DockerIgnore.NAME_ELSEWHERE, text, header, yields)
        : this;
  }

  boolean isGenerated(String other) {
    return other.startsWith(header);
  }
}
