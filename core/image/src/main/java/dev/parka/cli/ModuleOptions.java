package dev.parka.cli;

import dev.parka.plan.ChosenModules;
import dev.parka.plan.ModuleChoice;
import dev.parka.plan.ModuleSearch;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.modules.InferenceRequest;
import dev.parka.runtime.modules.ResolvedModules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** An application on a class path or a module path, and how its modules are chosen. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything reads them
final class ModuleOptions {

  @Mixin private ClassPathOptions application;
  @Mixin private ModulePathOptions modular;
  @Mixin private WishOptions wishes;
  @Mixin private ChoiceOptions choice;

  /** For picocli. */
  ModuleOptions() {}

  /** Whether there is an application in them. */
  boolean areGiven() {
    return modular.areGiven() || application.areGiven();
  }

  /** How the modules are chosen. */
  ModuleChoice choice() {
    return choice.choice();
  }

  /**
   * The modules that the application needs.
   *
   * @throws dev.parka.runtime.ParkaException if a part of it cannot be read
   */
  ChosenModules find() {
    InferenceRequest request = request();
    return ModuleSearch.by(choice())
        .withCache(choice.wantsCache())
        .find(request.jdk(), request.sources(), request.mainClass(), request.wishes());
  }

  /**
   * The application.
   *
   * @throws dev.parka.runtime.ParkaException if a part of it cannot be read
   */
  InferenceRequest request() {
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
    return new InferenceRequest(jdk, sources, main, asked, choice().level());
  }
}
