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
  RootModules infer(InferenceRequest request);
}
