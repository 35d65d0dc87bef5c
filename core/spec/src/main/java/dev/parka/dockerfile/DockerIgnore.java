package dev.parka.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The text of {@code .dockerignore}: what of a project an engine need not read. Where the jars are
 * packaged that is all but them; where they are built it is what was built before.
 */
public final class DockerIgnore {

  /** What the file is called in the build context's directory. */
  public static final String NAME = ".dockerignore";

  /** What BuildKit takes before that, beside a Dockerfile that lies elsewhere. */
  public static final String NAME_ELSEWHERE = "Dockerfile" + NAME;

  private static final String PACKAGED =
      Dockerfile.BEGIN + ": what the Dockerfile copies, and nothing else.";
  private static final String BUILT = Dockerfile.BEGIN + ": what the build has no use for.";

  private DockerIgnore() {}

  /** Renders the file for a build context. */
  public static String render(BuildContext context) {
    List<String> lines = new ArrayList<>();
    if (context.project().isPresent()) {
      lines.add(BUILT);
      lines.addAll(built(context.project().get()));
    } else {
      lines.add(PACKAGED);
      lines.add("*");
      lines.add("!" + context.jar());
      context.libraries().ifPresent(directory -> lines.add("!" + directory));
    }
    context.tool().ifPresent(tool -> lines.add("!" + tool.path()));
    return String.join("\n", lines) + "\n";
  }

  /** By module: any package of the application may be called {@code build} or {@code target}. */
  private static SortedSet<String> built(ProjectBuild project) {
    SortedSet<String> lines = new TreeSet<>(List.of(".git"));
    String output = project.tool().isMaven() ? "target" : "build";
    project.files().modules().forEach(module -> lines.add(module + output));
    if (project.tool().isGradle()) {
      lines.add(".gradle");
    }
    return lines;
  }
}
