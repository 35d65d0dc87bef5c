package dev.parka.cli;

import dev.parka.plan.ChosenModules;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.modules.InferenceRequest;
import dev.parka.runtime.modules.ResolvedModules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parka-cli modules}: the JDK modules that an application needs, one a line. */
@Command(
    name = "modules",
    description = {
      "Prints the JDK modules that an application needs, as jlink takes them.",
      "With --check, whether it has all that it refers to in an image of other modules."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {
      "  parka-cli modules --class-path 'app.jar:lib/*' --explain",
      "  parka-cli modules --module-path mods --module com.acme.app/com.acme.App",
      "  parka-cli modules --class-path app.jar --check=java.base,java.logging"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything reads them
final class ModulesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ClassPathOptions application;
  @Mixin private ModulePathOptions modular;
  @Mixin private WishOptions wishes;
  @Mixin private ChoiceOptions choice;
  @Mixin private CheckOption check;

  @Option(
      names = "--explain",
      description = {
        "Adds a tab and the reasons to each module.",
        "Modules that were left out are told, with theirs, on standard error.",
        "With --check, adds the classes that are nowhere."
      })
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
    modular.requireOr(application);
    ClassPath classPath = application.classPath();
    Jdk jdk = application.jdk();
    InferenceRequest.Wishes asked = wishes.wishes();
    Optional<ResolvedModules> resolved = modular.modules(jdk, asked.jvmFlags());
    List<ClassSource> sources = new ArrayList<>(classPath.sources());
    resolved.ifPresent(modules -> sources.addAll(modules.sources()));
    Optional<ClassName> main =
        modular
            .mainClass()
            .or(() -> application.mainClass(classPath))
            .or(() -> resolved.flatMap(ResolvedModules::mainClass));
    if (check.isGiven()) {
      return check.run(
          new InferenceRequest(jdk, sources, main, asked, choice.choice().level()),
          explain,
          format,
          spec.commandLine().getOut());
    }
    ChosenModules chosen = choice.search().find(jdk, sources, main, asked);
    new ModulePrinter(spec.commandLine().getOut(), spec.commandLine().getErr(), explain)
        .print(chosen, format);
    return ExitCode.GOOD;
  }
}
