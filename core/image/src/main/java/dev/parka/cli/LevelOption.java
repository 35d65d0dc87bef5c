package dev.parka.cli;

import dev.parka.runtime.modules.InferenceLevel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much of the class path counts. */
final class LevelOption {

  @Option(
      names = "--level",
      paramLabel = "safe|reachable",
      description = {
        "How much of the class path counts: every class of it ('safe'), or what the main class"
            + " reaches ('reachable'). Where nobody names a main class, all of it counts.",
        "Default: reachable."
      })
  private @Nullable InferenceLevel level;

  /** For picocli. */
  LevelOption() {}

  InferenceLevel level() {
    return level == null ? InferenceLevel.DEFAULT : level;
  }
}
