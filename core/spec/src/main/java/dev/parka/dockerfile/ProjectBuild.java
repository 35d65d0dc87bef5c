package dev.parka.dockerfile;

import dev.parka.runtime.ParkaException;
import dev.parka.spec.ImageReference;
import dev.parka.spec.SpecProblem;
import java.util.Optional;

/**
 * How the application's jar is made while the image is built.
 *
 * @param tool what makes it; not {@link BuildTool#NONE}
 * @param image what has the tool, or for a wrapper a JDK
 * @param module the directory of the application's module; empty where it is the project's own
 * @param files what says on what the project depends
 * @param cacheMounts whether what was fetched outlives a change of these files, which the classic
 *     builder has no way to do
 */
public record ProjectBuild(
    BuildTool tool,
    ImageReference image,
    Optional<String> module,
    ProjectFiles files,
    boolean cacheMounts) {

  /** Checks the module. */
  public ProjectBuild {
    module = module.map(BuildContext::relative);
  }

  /** A path below the module, as it is below the project. */
  static String within(Optional<String> module, String path) {
    return module.map(name -> name + "/" + path).orElse(path);
  }

  /**
   * A path below the project, as it is below the module.
   *
   * @throws ParkaException [BadPath] if it is not
   */
  String withinModule(String path) {
    if (module.isEmpty()) {
      return path;
    }
    if (!path.startsWith(module.get() + "/")) {
      throw new ParkaException(
          SpecProblem.BAD_PATH,
          "'" + path + "' is not below the module " + module.get(),
          "choose a directory below it, such as " + within(module, tool.libraries()));
    }
    return path.substring(module.get().length() + 1);
  }
}
