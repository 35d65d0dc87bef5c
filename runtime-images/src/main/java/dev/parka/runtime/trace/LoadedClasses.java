package dev.parka.runtime.trace;

import dev.parka.runtime.modules.ModuleCatalog;
import dev.parka.runtime.modules.ModuleName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what a record says. Whatever it says, only names that the JDK has are kept: memory is
 * bounded by the size of the JDK.
 */
final class LoadedClasses {

  /** Longer than any name in a JDK. */
  private static final int LONGEST_NAME = 400;

  /** More classes than any application has in its own shared archive; the catalog keeps each. */
  private static final int MOST_UNKNOWN = 100_000;

  /**
   * Of a hundred classes, how many may be unknown before the JDK is another. Measured with an empty
   * and a small application: JDK 25 loads 8 and 21 that JDK 17 lacks, JDK 17 loads 5 and 9 that JDK
   * 25 lacks, and each loads none that it lacks itself. The rest is left for its updates.
   */
  private static final int TOLERATED = 2;

  private final ModuleCatalog catalog;
  private final TraceProblems problems;
  private final Map<String, ModuleName> modules = new HashMap<>();
  private final SortedMap<ModuleName, SortedSet<String>> classes = new TreeMap<>();
  private final SortedSet<ModuleName> bootLayer = new TreeSet<>();
  private final Set<String> packages = new HashSet<>();
  private int known;
  private int unknown;
  private int missing;
  private String missed = "";

  LoadedClasses(ModuleCatalog catalog, TraceProblems problems) {
    this.catalog = catalog;
    this.problems = problems;
    catalog.names().forEach(module -> modules.put(module.value(), module));
  }

  /**
   * A class was loaded from a module of the run-time image, or, where the module is not told, from
   * the shared archive, which has classes of the application too.
   */
  void loaded(String name, @Nullable String module) {
    boolean isMadeAtRunTime = name.indexOf('/') >= 0;
    boolean isElsewhere = module != null && !modules.containsKey(module);
    if (isMadeAtRunTime || isElsewhere || name.length() > LONGEST_NAME) {
      return;
    }
    String packaze = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    Optional<ModuleName> home = catalog.moduleOf(name);
    if (home.isPresent()) {
      known++;
      packages.add(packaze);
      classes.computeIfAbsent(home.get(), m -> new TreeSet<>()).add(name);
      return;
    }
    if (packages.contains(packaze)) {
      missing++;
      missed = missed.isEmpty() ? name : missed;
    }
    if (++unknown > MOST_UNKNOWN) {
      throw problems.strange(
          "more than " + MOST_UNKNOWN + " of its classes are in no module of this JDK");
    }
  }

  /** A module was in the boot layer. */
  void inBootLayer(String module) {
    ModuleName name = modules.get(module);
    if (name != null) {
      bootLayer.add(name);
    }
  }

  /** Whether nothing of the JDK was loaded so far. */
  boolean isEmpty() {
    return classes.isEmpty();
  }

  /** Whether the first class was loaded that every JVM loads. */
  boolean hasTheFirst() {
    SortedSet<String> base = classes.get(ModuleName.JAVA_BASE);
    return base != null && base.contains("java.lang.Object");
  }

  /** For records that do not tell their JDK: its classes do. */
  void checkSameJdk() {
    int all = known + missing;
    if (missing * 100L > (long) all * TOLERATED) {
      throw problems.otherClasses(missed, missing, all);
    }
  }

  Trace trace() {
    // A layer without java.base is no more than what a log had of it.
    boolean isLayerKnown = bootLayer.contains(ModuleName.JAVA_BASE);
    return new Trace(classes, isLayerKnown ? Optional.of(bootLayer) : Optional.empty());
  }
}
