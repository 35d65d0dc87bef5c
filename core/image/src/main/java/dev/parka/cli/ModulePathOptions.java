package dev.parka.cli;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ModulePath;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.ResolvedModules;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a command is told of an application that is made of modules. */
@SuppressWarnings("NullAway.Init") // picocli sets the specification before anything reads it
final class ModulePathOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = {"-p", "--module-path"},
      paramLabel = "<path list>",
      description = {
        "Modular jars, exploded modules and directories of both, with ':' between them."
      })
  private @Nullable String modulePath;

  @Option(
      names = {"-m", "--module"},
      paramLabel = "<module>[/<class>]",
      description = "The module that java launches, as java's own option of this name says.")
  private @Nullable String module;

  /** For picocli. */
  ModulePathOptions() {}

  /** Sees to it that there is an application in these or in the others. */
  void requireOr(ClassPathOptions application) {
    if (!areGiven() && !application.areGiven()) {
      throw new ParameterException(
          spec.commandLine(), "Missing option: --class-path, or --module-path and --module.");
    }
  }

  boolean areGiven() {
    if ((modulePath == null) != (module == null)) {
      throw new ParameterException(
          spec.commandLine(), "--module-path and --module go together: one of them is missing.");
    }
    return module != null;
  }

  /** The modules that are started; only where the options are given. */
  Optional<ResolvedModules> modules(Jdk jdk, List<String> jvmFlags) {
    if (modulePath == null || module == null) {
      return Optional.empty();
    }
    ModuleName root = new ModuleName(module.split("/", 2)[0]);
    return Optional.of(ResolvedModules.of(ModulePath.parse(modulePath), root, jdk, jvmFlags));
  }

  /**
   * The main class that was named or that the module names.
   *
   * @throws ParkaException as {@link ResolvedModules#of} does
   */
  Optional<ClassName> launchedClass() {
    return mainClass()
        .or(() -> modules(Jdk.running(), List.of()).flatMap(ResolvedModules::mainClass));
  }

  /** The path itself; an empty one where there is none. */
  ModulePath path() {
    return ModulePath.parse(modulePath == null ? "" : modulePath);
  }

  /** The main class that was named. */
  Optional<ClassName> mainClass() {
    return Optional.ofNullable(module)
        .filter(named -> named.indexOf('/') >= 0)
        .map(named -> new ClassName(named.split("/", 2)[1]));
  }
}
