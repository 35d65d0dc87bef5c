package dev.parka.runtime.modules;

/** Finds the JDK modules that an application needs: one pure function. */
@FunctionalInterface
public interface ModuleInference {

  /**
   * Reads every source and answers with the modules to link and why.
   *
   * @throws dev.parka.runtime.ParkaException [BadJar], [HostileJar], [NoSuchClassPathEntry],
   *     [NoMainClass], [UnknownModule] with near misses, or [ExcludedModuleRequired]
   */
  RootModules infer(ReachedApplication application);

  /** The same for an application of which nothing else is asked. */
  default RootModules infer(InferenceRequest request) {
    try (ReachedApplication application = ReachedApplication.of(request)) {
      return infer(application);
    }
  }
}
