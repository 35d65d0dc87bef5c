package dev.parka.image;

import dev.parka.plan.ModuleChoice;
import dev.parka.plan.ModuleSearch;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.jdk.Jdk;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What a build is made from beside the specification.
 *
 * @param classPath the application
 * @param search how modules are found
 * @param jdk what to link from; the running JDK when empty
 * @param time of every file
 * @param listener who is told
 */
record BuildInputs(
    ClassPath classPath,
    ModuleSearch search,
    Optional<Jdk> jdk,
    Instant time,
    BuildListener listener) {

  static final BuildInputs NONE =
      new BuildInputs(
          ClassPath.of(List.of()),
          ModuleSearch.by(ModuleChoice.DEFAULT),
          Optional.empty(),
          ContainerImages.DEFAULT_TIME,
          BuildListener.SILENT);

  /** Tar headers count seconds. */
  BuildInputs {
    time = time.truncatedTo(ChronoUnit.SECONDS);
  }

  BuildInputs withClassPath(ClassPath newClassPath) {
    return new BuildInputs(newClassPath, search, jdk, time, listener);
  }

  BuildInputs withSearch(ModuleSearch newSearch) {
    return new BuildInputs(classPath, newSearch, jdk, time, listener);
  }

  BuildInputs withJdk(Optional<Jdk> newJdk) {
    return new BuildInputs(classPath, search, newJdk, time, listener);
  }

  BuildInputs withTime(Instant newTime) {
    return new BuildInputs(classPath, search, jdk, newTime, listener);
  }

  BuildInputs withListener(BuildListener newListener) {
    return new BuildInputs(classPath, search, jdk, time, newListener);
  }
}
