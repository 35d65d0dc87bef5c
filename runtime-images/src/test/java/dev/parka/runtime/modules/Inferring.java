package dev.parka.runtime.modules;

import static java.util.stream.Collectors.toSet;

import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.jdk.Jdk;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Short ways to ask for an inference with the running JDK. */
final class Inferring {

  static final Jdk RUNNING = Jdk.running();

  private Inferring() {}

  static RootModules infer(ClassSource... sources) {
    return infer(InferenceRequest.Wishes.NONE, sources);
  }

  static RootModules infer(InferenceRequest.Wishes wishes, ClassSource... sources) {
    return new ReferenceInference()
        .infer(new InferenceRequest(RUNNING, List.of(sources), Optional.empty(), wishes));
  }

  static RootModules inferMain(String mainClass, ClassSource... sources) {
    return new ReferenceInference()
        .infer(
            new InferenceRequest(
                RUNNING,
                List.of(sources),
                Optional.of(new ClassName(mainClass)),
                InferenceRequest.Wishes.NONE));
  }

  static InferenceRequest.Wishes add(String... modules) {
    return new InferenceRequest.Wishes(names(modules), Set.of(), List.of(), List.of());
  }

  static InferenceRequest.Wishes exclude(String... modules) {
    return new InferenceRequest.Wishes(Set.of(), names(modules), List.of(), List.of());
  }

  static InferenceRequest.Wishes flags(String... flags) {
    return new InferenceRequest.Wishes(Set.of(), Set.of(), List.of(flags), List.of());
  }

  /** The modules beside {@code java.base}, as text. */
  static List<String> names(RootModules modules) {
    return modules.names().stream().map(ModuleName::value).toList();
  }

  /** The reasons of one module, as text. */
  static List<String> reasons(RootModules modules, String module) {
    return modules.reasons().getOrDefault(new ModuleName(module), List.of()).stream()
        .map(Reason::text)
        .toList();
  }

  private static Set<ModuleName> names(String... modules) {
    return Arrays.stream(modules).map(ModuleName::new).collect(toSet());
  }
}
