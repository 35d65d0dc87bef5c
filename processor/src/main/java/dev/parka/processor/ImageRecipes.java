package dev.parka.processor;

import dev.parka.checkin.GeneratedFile;
import dev.parka.plan.ChosenModules;
import dev.parka.plan.ModuleChoice;
import dev.parka.plan.ModuleSearch;
import dev.parka.plan.PlannedClasses;
import dev.parka.plan.PlannedStartup;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.modules.ModuleInference;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.spec.ImageSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;

/** The step after the compilation: class files in, a Dockerfile and a list of modules out. */
final class ImageRecipes {

  private final CompilerFiles files;
  private final ModuleInference inference;
  private final ProcessorOptions options;
  private final CompiledClasses classes;

  ImageRecipes(
      CompilerFiles files,
      ModuleInference inference,
      ProcessorOptions options,
      CompiledClasses classes) {
    this.files = files;
    this.inference = inference;
    this.options = options;
    this.classes = classes;
  }

  /** Infers and writes for one main class, or says at its place why it cannot. */
  void write(Element origin, PlacedSpec main) {
    try {
      Optional<OwnClasses> own = ownClasses(main.mainClass());
      if (own.isPresent()) {
        write(origin, main, own.get());
      } else {
        main.place().report(NoClassFiles.written(main.mainClass()));
      }
    } catch (ParkaException e) {
      e.problems().forEach(main.place()::report);
    } catch (IOException e) {
      main.place().report(cannotWrite(main.mainClass(), e));
    }
  }

  private Optional<OwnClasses> ownClasses(String mainClass) throws IOException {
    return classes.written().contains(mainClass)
        ? OwnClasses.find(files, BuildFiles.dockerfile(mainClass), classes.written())
        : Optional.empty();
  }

  private void write(Element origin, PlacedSpec main, OwnClasses own) throws IOException {
    Optional<ModuleName> module = files.moduleOf(origin);
    ImageSpec spec = module.map(main.spec()::withMainModule).orElse(main.spec());
    List<ClassSource> sources =
        module.isPresent() && own.directory().isPresent()
            ? modules(spec, module.get(), own, own.directory().get())
            : classPath(own);
    Jdk jdk = Jdk.running();
    ChosenModules chosen =
        ModuleSearch.of(inference, options.cache(), ModuleChoice.DEFAULT).find(jdk, sources, spec);
    chosen.modules().warnings().forEach(main.place()::report);
    PlannedStartup.warning(main.spec()).ifPresent(main.place()::report);
    if (options.context().tool().isEmpty()) {
      PlannedClasses.warning(main.spec()).ifPresent(main.place()::report);
    }
    // What it depends on lies in an executable jar, too.
    boolean hasDependencies = sources.size() > 1 && options.context().files().nested().isEmpty();
    List<GeneratedFile> generated =
        BuildFiles.render(spec, chosen, options, jdk.featureVersion(), hasDependencies);
    for (GeneratedFile file : generated) {
      files.write(BuildFiles.resource(main.mainClass(), file), file.text(), origin);
    }
    options
        .checkin()
        .ifPresent(
            checkin -> checkin.hold(main.mainClass(), generated).forEach(main.place()::report));
  }

  private List<ClassSource> classPath(OwnClasses own) {
    List<ClassSource> sources = new ArrayList<>(List.of(own.source()));
    sources.addAll(own.without(options.classPath()).sources());
    sources.addAll(
        ClassPath.of(Dependencies.of(sources, files, options.cache().flatMap(Memory::in)))
            .sources());
    return sources;
  }

  private List<ClassSource> modules(
      ImageSpec spec, ModuleName module, OwnClasses own, Path directory) {
    List<Path> others = new ArrayList<>(files.modules());
    others.addAll(own.without(options.classPath()).entries());
    return MainModule.sources(spec, module, directory, own.source(), others);
  }

  private static Problem cannotWrite(String mainClass, IOException e) {
    return new Problem(
        RuntimeProblem.CANNOT_WRITE,
        "the Dockerfile of " + mainClass + " cannot be written: " + e.getMessage(),
        "see that the compiler may write where -d leads");
  }
}
