package dev.parka.runtime.lean;

import dev.parka.runtime.modules.InferenceRequest;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.trace.Trace;
import dev.parka.runtime.trace.TraceMode;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is to be left out for whom.
 *
 * @param application the application, the flags that it is started with, and the JDK
 * @param roots the root modules that are linked; what they require is linked with them
 * @param recorded what recorded runs loaded: it stays
 * @param mode whether all stays that this and the application lead to, or only what is a step away
 * @param kept binary names of classes of the JDK that stay, with all that they can reach; a {@code
 *     *} at the end stands for anything
 */
public record LeanRequest(
    InferenceRequest application,
    SortedSet<ModuleName> roots,
    Optional<Trace> recorded,
    TraceMode mode,
    List<String> kept) {

  /** Copies the collections. */
  public LeanRequest {
    roots = Collections.unmodifiableSortedSet(new TreeSet<>(roots));
    kept = List.copyOf(kept);
  }

  /** Without recorded runs and wishes. */
  public LeanRequest(InferenceRequest application, SortedSet<ModuleName> roots) {
    this(application, roots, Optional.empty(), TraceMode.UNION, List.of());
  }
}
