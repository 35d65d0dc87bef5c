package dev.parka.cli;

import dev.parka.plan.ModuleChoice;
import dev.parka.runtime.Problem;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.modules.InferenceRequest;
import dev.parka.runtime.modules.ModuleCatalog;
import dev.parka.runtime.modules.RootModules;
import dev.parka.runtime.process.ProcessResult;
import dev.parka.runtime.trace.RecordedRun;
import dev.parka.runtime.trace.TraceComparison;
import dev.parka.runtime.trace.TraceRecorder;
import dev.parka.runtime.trace.TracedApplication;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parka-cli trace}: what a run of an application loads, beside what was inferred. */
@Command(
    name = "trace",
    description = {
      "Runs an application once, keeps a log of the classes that it loads, and prints where these"
          + " and the list that 'modules' prints differ.",
      "It runs as you, in this directory, with all that it does to the world."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  parka-cli trace --class-path app.jar --output run.log -- --port 8080")
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything reads them
final class TraceCommand implements Callable<Integer> {

  /** How the JVM ends when it is asked to (SIGTERM). */
  private static final int ENDED_AS_ASKED = 143;

  @Spec private CommandSpec spec;
  @Mixin private ClassPathOptions application;
  @Mixin private WishOptions wishes;
  @Mixin private LevelOption level;
  @Mixin private CacheOption cache;

  @Option(
      names = "--for",
      defaultValue = "10s",
      converter = TimeConverter.class,
      paramLabel = "<time>",
      description = {
        "How long it may run before it is asked to end, such as 500ms, 30s or 2m.",
        "Default: 10s."
      })
  private Duration longest;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "<file>",
      description = "Where the log goes, for --trace of the other commands.")
  private Path output;

  @Parameters(paramLabel = "<argument>", description = "Arguments of the main method, after '--'.")
  private List<String> arguments = new ArrayList<>();

  /** For picocli. */
  TraceCommand() {}

  @Override
  public Integer call() {
    ClassPath classPath = application.classPath();
    ClassName mainClass = application.requireMainClass(classPath);
    InferenceRequest.Wishes wished = wishes.wishes();
    Jdk jdk = application.jdk();
    RootModules listed =
        cache
            .search(ModuleChoice.DEFAULT.withLevel(level.level()))
            .find(jdk, classPath.sources(), Optional.of(mainClass), wished)
            .modules();
    Warnings.print(listed.warnings(), spec.commandLine().getErr());
    try (ModuleCatalog catalog = ModuleCatalog.open(jdk)) {
      RecordedRun run =
          new TraceRecorder(catalog)
              .record(
                  new TracedApplication(
                      classPath.entries(), mainClass.value(), wished.jvmFlags(), arguments),
                  longest,
                  output);
      PrintWriter out = spec.commandLine().getOut();
      Comparisons.print(TraceComparison.of(listed, run.trace(), catalog), out);
      out.println("\nsaved " + output);
      out.flush();
      return judge(run.ending());
    }
  }

  private int judge(ProcessResult ending) {
    if (ending.succeeded() || ending.exitCode().equals(OptionalInt.of(ENDED_AS_ASKED))) {
      return ExitCode.GOOD;
    }
    Problem problem =
        new Problem(
            RuntimeProblem.RUN_FAILED,
            "the run shows no more than its beginning: " + ending.describe(),
            "mend what it complains of, and run it again");
    spec.commandLine().getErr().println("error: " + problem);
    spec.commandLine().getErr().flush();
    return ExitCode.FINDINGS;
  }
}
