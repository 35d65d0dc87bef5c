package dev.parka.image;

import dev.parka.oci.LayerCompression;
import dev.parka.oci.LayerFormat;
import dev.parka.plan.ModuleChoice;
import dev.parka.plan.ModuleSearch;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a build is made from beside the specification.
 *
 * @param path the application
 * @param search how modules are found
 * @param runtime how the run-time image comes about, what lies under it and what starts it
 * @param registries how images of registries are had, and where machines share what they linked
 * @param format how layers are written
 * @param annotations what the manifest says beside what it says of itself
 * @param listener who is told
 */
record BuildInputs(
    ApplicationPath path,
    ModuleSearch search,
    RuntimeBuild runtime,
    Registries registries,
    LayerFormat format,
    SortedMap<String, String> annotations,
    BuildListener listener) {

  /** Copies the map. */
  BuildInputs {
    annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
  }

  static final BuildInputs NONE =
      new BuildInputs(
          ApplicationPath.NONE,
          ModuleSearch.by(ModuleChoice.DEFAULT),
          RuntimeBuild.DEFAULT,
          Registries.DEFAULT,
          new LayerFormat(ContainerImages.DEFAULT_TIME, LayerCompression.GZIP),
          new TreeMap<>(),
          BuildListener.SILENT);

  BuildInputs withPath(ApplicationPath newPath) {
    return new BuildInputs(newPath, search, runtime, registries, format, annotations, listener);
  }

  BuildInputs withSearch(ModuleSearch newSearch) {
    return new BuildInputs(path, newSearch, runtime, registries, format, annotations, listener);
  }

  BuildInputs withRuntime(RuntimeBuild newRuntime) {
    return new BuildInputs(path, search, newRuntime, registries, format, annotations, listener);
  }

  BuildInputs withRegistries(Registries newRegistries) {
    return new BuildInputs(path, search, runtime, newRegistries, format, annotations, listener);
  }

  BuildInputs withFormat(LayerFormat newFormat) {
    return new BuildInputs(path, search, runtime, registries, newFormat, annotations, listener);
  }

  BuildInputs withAnnotation(String key, String value) {
    SortedMap<String, String> more = new TreeMap<>(annotations);
    more.put(key, value);
    return new BuildInputs(path, search, runtime, registries, format, more, listener);
  }

  BuildInputs withListener(BuildListener newListener) {
    return new BuildInputs(path, search, runtime, registries, format, annotations, newListener);
  }
}
