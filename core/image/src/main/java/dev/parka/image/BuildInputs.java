package dev.parka.image;

import dev.parka.oci.LayerCompression;
import dev.parka.oci.LayerFormat;
import dev.parka.plan.ModuleChoice;
import dev.parka.plan.ModuleSearch;
import dev.parka.runtime.classes.ClassPath;
import java.util.List;

/**
 * What a build is made from beside the specification.
 *
 * @param classPath the application
 * @param search how modules are found
 * @param runtime how the run-time image comes about, what lies under it and what starts it
 * @param base where an image that it stands on comes from
 * @param format how layers are written
 * @param listener who is told
 */
record BuildInputs(
    ClassPath classPath,
    ModuleSearch search,
    RuntimeBuild runtime,
    BaseSource base,
    LayerFormat format,
    BuildListener listener) {

  static final BuildInputs NONE =
      new BuildInputs(
          ClassPath.of(List.of()),
          ModuleSearch.by(ModuleChoice.DEFAULT),
          RuntimeBuild.DEFAULT,
          BaseSource.DEFAULT,
          new LayerFormat(ContainerImages.DEFAULT_TIME, LayerCompression.GZIP),
          BuildListener.SILENT);

  BuildInputs withClassPath(ClassPath newClassPath) {
    return new BuildInputs(newClassPath, search, runtime, base, format, listener);
  }

  BuildInputs withSearch(ModuleSearch newSearch) {
    return new BuildInputs(classPath, newSearch, runtime, base, format, listener);
  }

  BuildInputs withRuntime(RuntimeBuild newRuntime) {
    return new BuildInputs(classPath, search, newRuntime, base, format, listener);
  }

  BuildInputs withBase(BaseSource newBase) {
    return new BuildInputs(classPath, search, runtime, newBase, format, listener);
  }

  BuildInputs withFormat(LayerFormat newFormat) {
    return new BuildInputs(classPath, search, runtime, base, newFormat, listener);
  }

  BuildInputs withListener(BuildListener newListener) {
    return new BuildInputs(classPath, search, runtime, base, format, newListener);
  }
}
