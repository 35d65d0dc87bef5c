package dev.parka.cli;

import static java.util.stream.Collectors.joining;

import dev.parka.runtime.modules.ClassPath;
import dev.parka.runtime.modules.InferenceRequest;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.Reason;
import dev.parka.runtime.modules.ReferenceInference;
import dev.parka.runtime.modules.RootModules;
import dev.parka.spec.JvmFlag;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parka-cli modules}: the JDK modules that an application needs, one a line. */
@Command(
    name = "modules",
    description = "Prints the JDK modules that an application needs, as jlink takes them.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  parka-cli modules --class-path 'app.jar:lib/*' --explain")
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything reads them
final class ModulesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ClassPathOptions application;

  @Option(
      names = "--jvm-flag",
      paramLabel = "<flag>",
      description = "A flag that the application is started with: some need modules.")
  private List<String> jvmFlags = new ArrayList<>();

  @Option(names = "--explain", description = "Adds a tab and the reasons to each module.")
  private boolean explain;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "text|json",
      description = "How to print them.")
  private OutputFormat format;

  /** For picocli. */
  ModulesCommand() {}

  @Override
  public Integer call() {
    ClassPath classPath = application.classPath();
    List<String> flags = jvmFlags.stream().map(JvmFlag::new).map(JvmFlag::value).toList();
    RootModules modules =
        new ReferenceInference()
            .infer(
                new InferenceRequest(
                    application.jdk(),
                    classPath.sources(),
                    application.mainClass(classPath),
                    new InferenceRequest.Wishes(Set.of(), Set.of(), flags, List.of())));
    Warnings.print(modules.warnings(), spec.commandLine().getErr());
    print(modules, spec.commandLine().getOut());
    return ExitCode.GOOD;
  }

  private void print(RootModules modules, PrintWriter out) {
    if (format == OutputFormat.JSON) {
      out.println(Json.text(Json.modules(modules)));
    } else {
      for (Map.Entry<ModuleName, List<Reason>> module : modules.reasons().entrySet()) {
        String reasons = module.getValue().stream().map(Reason::text).collect(joining("; "));
        out.println(explain ? module.getKey() + "\t" + reasons : module.getKey().value());
      }
    }
    out.flush();
  }
}
