package dev.parka.cli;

import dev.parka.location.ImageLocation;
import dev.parka.location.LocatedImage;
import dev.parka.plan.ModuleSearch;
import dev.parka.report.ImageModules;
import dev.parka.runtime.modules.Explanation;
import dev.parka.runtime.modules.InferenceLevel;
import dev.parka.runtime.modules.InferenceRequest;
import dev.parka.runtime.modules.ModuleCatalog;
import dev.parka.runtime.modules.ModuleGraph;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.ReferenceInference;
import dev.parka.runtime.modules.RootModules;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parka-cli explain}: why a module is in, or why not. */
@Command(
    name = "explain",
    description = {
      "Prints why an application gets a JDK module, with every chain of references that leads to it;",
      "or why not, and what would bring it in.",
      "With --image, which modules of a built image require it."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {
      "  parka-cli explain java.sql --class-path 'app.jar:lib/*'",
      "  parka-cli explain java.logging --image app.tar"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything reads them
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ModuleOptions modules;
  @Mixin private ImageSources sources;

  @Parameters(paramLabel = "<module>", description = "The module, such as java.sql.")
  private String module;

  @Option(
      names = "--image",
      paramLabel = "<image>",
      description = "An image instead of an application: " + ImageLocation.FORMS + ".")
  private @Nullable String image;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "text|json",
      description = "How to print it.")
  private OutputFormat format;

  /** For picocli. */
  ExplainCommand() {}

  @Override
  public Integer call() {
    ModuleName name = new ModuleName(module);
    PrintWriter out = spec.commandLine().getOut();
    ExplainPrinter printer = new ExplainPrinter(out, format);
    if (image != null) {
      printer.print(name, image, graph(image));
    } else {
      explain(name, printer);
    }
    out.flush();
    return ExitCode.GOOD;
  }

  private ModuleGraph graph(String where) {
    try (LocatedImage located = sources.bring(where)) {
      return ImageModules.read(located.layout(), sources.platform());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void explain(ModuleName name, ExplainPrinter printer) {
    InferenceRequest request = modules.request();
    try (ModuleCatalog catalog = ModuleCatalog.open(request.jdk())) {
      Explanation found = Explanation.of(name, find(request), catalog);
      boolean isInAll =
          found.standing() == Explanation.Standing.LEFT_OUT
              && request.level() != InferenceLevel.SAFE
              && catalog.closure(everything(request).names()).contains(name);
      printer.print(found, isInAll);
    }
  }

  private RootModules find(InferenceRequest request) {
    return ModuleSearch.of(ReferenceInference.withEveryReason(), Optional.empty(), modules.choice())
        .find(request.jdk(), request.sources(), request.mainClass(), request.wishes())
        .modules();
  }

  /** What there would be if every class counted. */
  private static RootModules everything(InferenceRequest request) {
    return new ReferenceInference()
        .infer(
            new InferenceRequest(
                request.jdk(),
                request.sources(),
                request.mainClass(),
                request.wishes(),
                InferenceLevel.SAFE));
  }
}
