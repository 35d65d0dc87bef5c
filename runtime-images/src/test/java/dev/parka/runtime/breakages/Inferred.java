package dev.parka.runtime.breakages;

import static java.util.stream.Collectors.toCollection;

import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.modules.InferenceRequest;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.ReferenceInference;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What is inferred of an application without a word from its user. */
final class Inferred {

  private Inferred() {}

  /** The modules to link. */
  static SortedSet<String> roots(Application application) {
    InferenceRequest.Wishes flagsOnly =
        new InferenceRequest.Wishes(Set.of(), Set.of(), application.flags(), List.of());
    List<ClassSource> sources = application.classPath().stream().map(ClassSource::jar).toList();
    ClassName main = new ClassName(application.breakage().value("main"));
    return new ReferenceInference()
            .infer(new InferenceRequest(Jdk.running(), sources, Optional.of(main), flagsOnly))
            .names()
            .stream()
            .map(ModuleName::value)
            .collect(toCollection(TreeSet::new));
  }

  /** These modules and all that they require. */
  static SortedSet<String> closure(Set<String> roots) {
    return Configuration.empty()
        .resolve(ModuleFinder.ofSystem(), ModuleFinder.of(), roots)
        .modules()
        .stream()
        .map(module -> module.name())
        .collect(toCollection(TreeSet::new));
  }
}
