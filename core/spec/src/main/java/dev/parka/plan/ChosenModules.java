package dev.parka.plan;

import dev.parka.runtime.modules.RootModules;
import dev.parka.runtime.strip.DesktopLibrary;
import dev.parka.runtime.trace.TraceComparison;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The modules of an image.
 *
 * @param modules the modules to link and why
 * @param comparison where what was inferred and the recorded runs differ, if there were any
 * @param unusedLibraries native libraries of these modules that nothing which is reached loads
 */
public record ChosenModules(
    RootModules modules,
    Optional<TraceComparison> comparison,
    SortedSet<DesktopLibrary> unusedLibraries) {

  /** Copies the libraries. */
  public ChosenModules {
    unusedLibraries = Collections.unmodifiableSortedSet(new TreeSet<>(unusedLibraries));
  }

  /** Modules of which every library is taken to be in use. */
  public ChosenModules(RootModules modules) {
    this(modules, Optional.empty(), new TreeSet<>());
  }
}
