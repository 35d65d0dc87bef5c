package dev.parka.image;

import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.classes.ModulePath;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.ResolvedModules;
import dev.parka.spec.ImageSpec;
import dev.parka.spec.JvmFlag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where java finds an application.
 *
 * @param classPath jars and directories
 * @param modulePath modules: where one of them has the main class, java starts that module
 */
record ApplicationPath(ClassPath classPath, ModulePath modulePath) {

  static final ApplicationPath NONE =
      new ApplicationPath(ClassPath.of(List.of()), new ModulePath(List.of()));

  ApplicationPath withClassPath(ClassPath other) {
    return new ApplicationPath(other, modulePath);
  }

  ApplicationPath withModulePath(ModulePath other) {
    return new ApplicationPath(classPath, other);
  }

  boolean isEmpty() {
    return classPath.entries().isEmpty() && modulePath.entries().isEmpty();
  }

  /** The specification with the module that its main class is in, if it is in one. */
  ImageSpec modular(ImageSpec spec, Jdk jdk) {
    return modules(spec, jdk)
        .map(modules -> spec.withMainModule(new ModuleName(modules.root().moduleName())))
        .orElse(spec);
  }

  /** What is on the class path, and the modules that a start brings with it. */
  List<ClassSource> sources(ImageSpec spec, Jdk jdk) {
    List<ClassSource> sources = new ArrayList<>(classPath.sources());
    modules(spec, jdk).ifPresent(modules -> sources.addAll(modules.sources()));
    return sources;
  }

  /** The executable jar that has the main class, if there is one. */
  Optional<ExecutableJar> executable(ClassName mainClass) throws IOException {
    Optional<ExecutableJar> executable = ExecutableJar.on(classPath);
    return executable.isPresent() && executable.get().has(mainClass)
        ? executable
        : Optional.empty();
  }

  /**
   * The same with its executable jar taken apart.
   *
   * @param workshop where its parts go
   */
  ApplicationPath takenApart(ExecutableJar executable, Workshop workshop) throws IOException {
    List<Path> entries = new ArrayList<>(executable.unpack(workshop.directory("unpacked")));
    entries.addAll(classPath.entries().subList(1, classPath.entries().size()));
    return withClassPath(ClassPath.of(entries));
  }

  private Optional<ResolvedModules> modules(ImageSpec spec, Jdk jdk) {
    List<String> flags = spec.application().jvmFlags().stream().map(JvmFlag::value).toList();
    return modulePath.entries().isEmpty()
        ? Optional.empty()
        : ResolvedModules.launching(modulePath, spec.application().mainClass(), jdk, flags);
  }
}
