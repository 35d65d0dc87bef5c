package dev.parka.runtime.modules;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import dev.parka.runtime.classes.ApplicationModule;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.classes.ModulePath;
import dev.parka.runtime.classes.ModuleReader;
import dev.parka.runtime.jdk.Jdk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The modules of a module path that a start of one of them brings with it.
 *
 * @param root the module that is started
 * @param modules all of them, sorted by name
 */
public record ResolvedModules(ApplicationModule root, List<ApplicationModule> modules) {

  /** Copies the list. */
  public ResolvedModules {
    modules = List.copyOf(modules);
  }

  /**
   * Resolves as {@code java --module-path path --module root} does.
   *
   * @param path where the modules are looked for, after the JDK
   * @param root the module to start
   * @param jdk whose modules are there, too
   * @param jvmFlags flags of the {@code java} command: {@code --add-modules} adds roots
   * @throws ParkaException [BadJar], [HostileJar], [BadModuleInfo], [BadAutomaticModuleName],
   *     [DuplicateModule], [UnknownModule] with near misses, and [SplitPackage], all of them
   *     together
   */
  public static ResolvedModules of(
      ModulePath path, ModuleName root, Jdk jdk, List<String> jvmFlags) {
    ModuleReader reader = new ModuleReader(jdk.featureVersion());
    List<ApplicationModule> all = reader.read(path);
    List<Problem> problems = new ArrayList<>(reader.problems());
    problems.addAll(ModuleChecks.duplicates(all));
    try (ModuleCatalog catalog = ModuleCatalog.open(jdk)) {
      ModuleResolver resolver = new ModuleResolver(all, catalog);
      resolver.add(root.value());
      AddModules.in(jvmFlags).forEach(resolver::addIfThere);
      Optional<ApplicationModule> started = resolver.find(root.value());
      if (started.isEmpty()) {
        problems.add(ModuleChecks.unknownRoot(root.value(), resolver.names()));
      }
      List<ApplicationModule> resolved = resolver.resolve();
      problems.addAll(resolver.problems());
      problems.addAll(ModuleChecks.splitPackages(resolved));
      if (started.isPresent() && problems.isEmpty()) {
        return new ResolvedModules(started.get(), resolved);
      }
      throw new ParkaException(problems);
    }
  }

  /**
   * Resolves the module that a class is in.
   *
   * @param mainClass the class to start
   * @return nothing if no module of the path has it
   * @throws ParkaException as {@link #of} does
   */
  public static Optional<ResolvedModules> launching(
      ModulePath path, ClassName mainClass, Jdk jdk, List<String> jvmFlags) {
    for (ApplicationModule module : new ModuleReader(jdk.featureVersion()).read(path)) {
      if (module.packages().contains(mainClass.packageName())) {
        return Optional.of(of(path, new ModuleName(module.moduleName()), jdk, jvmFlags));
      }
    }
    return Optional.empty();
  }

  /** The main class that the root module names. */
  public Optional<ClassName> mainClass() {
    return root.descriptor().mainClass().map(ClassName::new);
  }

  /** The modules as sources of an {@link InferenceRequest}. */
  public List<ClassSource> sources() {
    return List.copyOf(modules);
  }
}
