package dev.parka.processor;

import dev.parka.runtime.classes.ApplicationModule;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.classes.ModulePath;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.ResolvedModules;
import dev.parka.spec.ImageSpec;
import dev.parka.spec.JvmFlag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The module that is compiled, and the modules that a start of it brings with it. */
final class MainModule {

  private MainModule() {}

  /**
   * The modules as sources, as {@code java} resolves them: those that only provide a service, too.
   *
   * @param directory the class output
   * @param own what counts of it
   * @param others where other modules lie
   * @throws dev.parka.runtime.ParkaException as {@link ResolvedModules#of} does
   */
  static List<ClassSource> sources(
      ImageSpec spec, ModuleName name, Path directory, ClassSource own, List<Path> others) {
    List<Path> path = new ArrayList<>(List.of(directory));
    path.addAll(others);
    List<String> flags = spec.application().jvmFlags().stream().map(JvmFlag::value).toList();
    ResolvedModules resolved = ResolvedModules.of(new ModulePath(path), name, Jdk.running(), flags);
    List<ClassSource> sources = new ArrayList<>();
    for (ApplicationModule module : resolved.modules()) {
      sources.add(
          module.equals(resolved.root())
              ? new ApplicationModule(
                  module.location(), module.descriptor(), module.packages(), own)
              : module);
    }
    return sources;
  }
}
