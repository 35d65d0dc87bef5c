package dev.parka.cli;

import dev.parka.plan.ModuleChoice;
import dev.parka.plan.ModuleSearch;
import dev.parka.runtime.trace.TraceMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** How modules are chosen. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything reads them
final class ChoiceOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Mixin private LevelOption level = new LevelOption();
  @Mixin private CacheOption cache = new CacheOption();

  @Option(
      names = "--trace",
      paramLabel = "<file>",
      description = {
        "What a run of the application left behind: a log, as 'parka-cli trace' writes it, or a"
            + " recording of JDK Flight Recorder. May be given more than once.",
        "Where it and the class files differ is told on standard error."
      })
  private List<Path> traces = new ArrayList<>();

  @Option(
      names = "--trace-mode",
      converter = ModeConverter.class,
      paramLabel = "union|only",
      description = {
        "What the runs do to the list: they add to it ('union'), or they are it, but for the"
            + " modules that are asked for ('only'). With --strip=unreferenced-classes 'only'"
            + " leaves out what is more than a step away from what they loaded.",
        "Default: union."
      })
  private @Nullable TraceMode mode;

  /** For picocli. */
  ChoiceOptions() {}

  /** How modules are found. */
  ModuleSearch search() {
    return cache.search(choice());
  }

  boolean wantsCache() {
    return cache.isWanted();
  }

  ModuleChoice choice() {
    if (mode != null && traces.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--trace-mode needs --trace");
    }
    ModuleChoice choice = ModuleChoice.DEFAULT.withLevel(level.level()).withTraces(traces);
    return mode == null ? choice : choice.withMode(mode);
  }

  /** Reads a mode. */
  static final class ModeConverter implements ITypeConverter<TraceMode> {

    /** For picocli. */
    ModeConverter() {}

    @Override
    public TraceMode convert(String text) {
      return switch (text) {
        case "union" -> TraceMode.UNION;
        case "only" -> TraceMode.TRACE_ONLY;
        default -> throw new TypeConversionException("'" + text + "' is not union or only");
      };
    }
  }
}
