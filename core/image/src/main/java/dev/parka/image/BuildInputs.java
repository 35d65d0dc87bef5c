package dev.parka.image;

import dev.parka.jdks.JdkSource;
import dev.parka.oci.LayerCompression;
import dev.parka.oci.LayerFormat;
import dev.parka.plan.ModuleChoice;
import dev.parka.plan.ModuleSearch;
import dev.parka.runtime.classes.ClassPath;
import java.util.List;
import java.util.Optional;

/**
 * What a build is made from beside the specification.
 *
 * @param classPath the application
 * @param search how modules are found
 * @param runtime how the run-time image comes about, and what lies under it
 * @param jdk where the JDK to link from is; one of this machine when empty
 * @param format how layers are written
 * @param listener who is told
 */
record BuildInputs(
    ClassPath classPath,
    ModuleSearch search,
    RuntimeBuild runtime,
    Optional<JdkSource> jdk,
    LayerFormat format,
    BuildListener listener) {

  static final BuildInputs NONE =
      new BuildInputs(
          ClassPath.of(List.of()),
          ModuleSearch.by(ModuleChoice.DEFAULT),
          RuntimeBuild.DEFAULT,
          Optional.empty(),
          new LayerFormat(ContainerImages.DEFAULT_TIME, LayerCompression.GZIP),
          BuildListener.SILENT);

  BuildInputs withClassPath(ClassPath newClassPath) {
    return new BuildInputs(newClassPath, search, runtime, jdk, format, listener);
  }

  BuildInputs withSearch(ModuleSearch newSearch) {
    return new BuildInputs(classPath, newSearch, runtime, jdk, format, listener);
  }

  BuildInputs withRuntime(RuntimeBuild newRuntime) {
    return new BuildInputs(classPath, search, newRuntime, jdk, format, listener);
  }

  BuildInputs withJdk(Optional<JdkSource> newJdk) {
    return new BuildInputs(classPath, search, runtime, newJdk, format, listener);
  }

  BuildInputs withFormat(LayerFormat newFormat) {
    return new BuildInputs(classPath, search, runtime, jdk, newFormat, listener);
  }

  BuildInputs withListener(BuildListener newListener) {
    return new BuildInputs(classPath, search, runtime, jdk, format, newListener);
  }
}
