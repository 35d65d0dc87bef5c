package dev.parka.runtime.trace;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.modules.ModuleCatalog;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.Reason;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The classes of the JDK that a run of an application loaded. Classes of the application, and those
 * that are made while it runs, such as lambdas and proxies, are not among them.
 *
 * @param classes the binary names of the loaded classes, at least one, by the module that has them
 * @param bootLayer the modules of the JDK that were there to load from; empty where the record does
 *     not say, as most logs do not: a JVM that takes its module graph from the shared archive logs
 *     none
 */
public record Trace(
    SortedMap<ModuleName, SortedSet<String>> classes, Optional<SortedSet<ModuleName>> bootLayer) {

  /** Copies both. */
  public Trace {
    SortedMap<ModuleName, SortedSet<String>> copy = new TreeMap<>();
    classes.forEach((module, names) -> copy.put(module, sorted(names)));
    copy.forEach(
        (module, names) -> {
          if (names.isEmpty()) {
            throw new IllegalArgumentException("no class of " + module);
          }
        });
    classes = Collections.unmodifiableSortedMap(copy);
    bootLayer = bootLayer.map(Trace::sorted);
  }

  /**
   * Reads what a run left behind, whichever of these it is:
   *
   * <ul>
   *   <li>a log of {@code java -Xlog:class+load:file=run.log}, with any decorations. With {@code
   *       gc+init} it tells the version of the JDK, with {@code module+load} perhaps the boot
   *       layer, and without {@code filecount=0} the JVM begins it anew after 20 MB.
   *   <li>a recording of JDK Flight Recorder. {@code jdk.ClassLoad} is off unless asked for: {@code
   *       java -XX:StartFlightRecording:filename=run.jfr,jdk.ClassLoad#enabled=true}, which JDKs
   *       since 17 understand.
   * </ul>
   *
   * @param catalog the modules of the JDK that the image will have; the run must have been on a JDK
   *     of the same feature version
   * @throws ParkaException [BadTrace] if it is none of these, not whole, or of another JDK
   */
  public static Trace read(Path file, ModuleCatalog catalog) {
    return TraceFile.read(file, catalog);
  }

  /** The modules that at least one class was loaded from. */
  public SortedSet<ModuleName> modules() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(classes.keySet()));
  }

  /** Why a module would be listed: {@code a recorded run loaded java.sql.Driver}. */
  public Optional<Reason> reason(ModuleName module) {
    return Optional.ofNullable(classes.get(module))
        .map(names -> new Reason("a recorded run loaded " + names.first()));
  }

  /** What this run and another loaded together. */
  public Trace plus(Trace other) {
    SortedMap<ModuleName, SortedSet<String>> all = new TreeMap<>();
    SortedSet<ModuleName> layers = new TreeSet<>();
    for (Trace trace : new Trace[] {this, other}) {
      trace.classes.forEach(
          (module, names) -> all.computeIfAbsent(module, m -> new TreeSet<>()).addAll(names));
      trace.bootLayer.ifPresent(modules -> layers.addAll(modules));
    }
    return new Trace(all, layers.isEmpty() ? Optional.empty() : Optional.of(layers));
  }

  /** What was loaded from other modules than these. */
  public Trace without(Set<ModuleName> modules) {
    SortedMap<ModuleName, SortedSet<String>> others = new TreeMap<>(classes);
    others.keySet().removeAll(modules);
    return new Trace(others, bootLayer);
  }

  private static <T> SortedSet<T> sorted(Set<T> values) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(values));
  }
}
