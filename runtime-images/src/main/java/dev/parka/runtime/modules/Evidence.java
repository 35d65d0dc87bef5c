package dev.parka.runtime.modules;

import java.util.List;
import java.util.Optional;

/**
 * Everything that a rule may look at.
 *
 * @param catalog the modules of the JDK
 * @param contents what the class path holds, in its order
 * @param mainClass the class that {@code java} launches, where it is known
 * @param wishes what the user says
 */
record Evidence(
    ModuleCatalog catalog,
    List<SourceContents> contents,
    Optional<ClassName> mainClass,
    InferenceRequest.Wishes wishes) {

  Evidence {
    contents = List.copyOf(contents);
  }

  /** Whether the main class is in this source: what such a source says interests most. */
  boolean isMain(SourceContents source) {
    return mainClass.filter(main -> source.classNames().contains(main.value())).isPresent();
  }
}
