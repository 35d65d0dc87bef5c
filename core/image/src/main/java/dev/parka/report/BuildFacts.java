package dev.parka.report;

import dev.parka.runtime.Problem;
import dev.parka.runtime.modules.RootModules;
import dev.parka.runtime.startup.StartupArchive;
import dev.parka.runtime.strip.StripKind;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What only whoever built an image knows of it.
 *
 * @param modules the root modules, each with its reasons
 * @param saved what was left out of the run-time image, and the bytes that it would take up
 * @param isLinkedTwice whether it was linked twice, with the same bytes both times
 * @param archive what its JVM starts faster with
 * @param warnings what the user should know
 */
public record BuildFacts(
    RootModules modules,
    SortedMap<StripKind, Long> saved,
    boolean isLinkedTwice,
    Optional<StartupArchive> archive,
    List<Problem> warnings) {

  /** Copies the collections. */
  public BuildFacts {
    saved = Collections.unmodifiableSortedMap(new TreeMap<>(saved));
    warnings = List.copyOf(warnings);
  }

  /** What is known where only the application is at hand. */
  public static BuildFacts of(RootModules modules) {
    return new BuildFacts(modules, new TreeMap<>(), false, Optional.empty(), modules.warnings());
  }
}
