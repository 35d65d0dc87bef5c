package dev.parka.plan;

import dev.parka.runtime.modules.InferenceLevel;
import dev.parka.runtime.trace.TraceMode;
import java.nio.file.Path;
import java.util.List;

/**
 * How the modules of an image are chosen, beside what its specification says.
 *
 * @param level how much of the class path counts
 * @param traces what recorded runs of the application left behind, as {@link
 *     dev.parka.runtime.trace.Trace#read} takes it
 * @param mode what these runs do to the list; of no meaning without them
 */
public record ModuleChoice(InferenceLevel level, List<Path> traces, TraceMode mode) {

  /** What is done where nobody says more: the default level, and no recorded run. */
  public static final ModuleChoice DEFAULT =
      new ModuleChoice(InferenceLevel.DEFAULT, List.of(), TraceMode.UNION);

  /** Copies the list. */
  public ModuleChoice {
    traces = List.copyOf(traces);
  }

  /** Whether recorded runs, and nothing else, say what is needed of the JDK. */
  public boolean isOnlyRecorded() {
    return mode == TraceMode.TRACE_ONLY && !traces.isEmpty();
  }

  /** The same at another level. */
  public ModuleChoice withLevel(InferenceLevel newLevel) {
    return new ModuleChoice(newLevel, traces, mode);
  }

  /** The same with these files, and no others. */
  public ModuleChoice withTraces(List<Path> newTraces) {
    return new ModuleChoice(level, newTraces, mode);
  }

  /** The same with another mode. */
  public ModuleChoice withMode(TraceMode newMode) {
    return new ModuleChoice(level, traces, newMode);
  }
}
