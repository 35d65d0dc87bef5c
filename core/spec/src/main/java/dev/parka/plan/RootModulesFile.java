package dev.parka.plan;

import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.Reason;
import dev.parka.runtime.modules.RootModules;
import java.util.List;
import java.util.Map;

/**
 * The text of {@code root-modules.txt}: one module a line, each after the reasons for it, which are
 * comments; at the end, as comments too, the modules that were left out, each with the best reason
 * for it. The lines that are neither empty nor comments are what jlink's {@code --add-modules}
 * takes.
 */
public final class RootModulesFile {

  /** How every such file begins, whatever the version that wrote it. */
  public static final String BEGIN = "# The JDK modules that the application needs";

  private static final String HEADER =
      """
      # The JDK modules that the application needs, and why. Written by Parka: edit @ContainerImage
      # on the main class and compile again, not this file.
      """;

  private RootModulesFile() {}

  /** Renders the modules, sorted by name. */
  public static String render(RootModules modules) {
    StringBuilder text = new StringBuilder(HEADER);
    for (Map.Entry<ModuleName, List<Reason>> module : modules.reasons().entrySet()) {
      text.append('\n');
      module.getValue().forEach(reason -> text.append("# ").append(reason).append('\n'));
      text.append(module.getKey()).append('\n');
    }
    if (!modules.leftOut().isEmpty()) {
      text.append('\n');
    }
    modules
        .leftOut()
        .forEach(
            (module, reasons) ->
                text.append("# left out: ")
                    .append(module)
                    .append(": ")
                    .append(reasons.get(0))
                    .append('\n'));
    return text.toString();
  }
}
