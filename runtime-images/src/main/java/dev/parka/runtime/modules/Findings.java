package dev.parka.runtime.modules;

import dev.parka.runtime.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** What the rules find: a few reasons for each module, the best ones, and problems. */
final class Findings {

  /** So many reasons of a module are kept where nobody asks for more. */
  static final int USUAL_REASONS = 3;

  /**
   * A reason before it is put into words.
   *
   * @param distance how far from the roots it was found
   * @param key what decides between equals
   */
  private record Weighed(Weight weight, int distance, String key, Supplier<String> text)
      implements Comparable<Weighed> {
    @Override
    public int compareTo(Weighed other) {
      int order = weight.compareTo(other.weight);
      if (order == 0) {
        order = Integer.compare(distance, other.distance);
      }
      return order == 0 ? key.compareTo(other.key) : order;
    }

    Reason reason() {
      return new Reason(text.get(), weight.isWeak());
    }
  }

  private final SortedMap<ModuleName, TreeSet<Weighed>> reasons = new TreeMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final int mostReasons;

  Findings() {
    this(USUAL_REASONS);
  }

  /** Keeps so many reasons of each module at the most. */
  Findings(int mostReasons) {
    this.mostReasons = mostReasons;
    add(ModuleName.JAVA_BASE, Weight.WISH, "every application needs it");
  }

  /** Adds a reason that is already in words. */
  void add(ModuleName module, Weight weight, String text) {
    add(module, weight, 0, text, () -> text);
  }

  /** Adds a reason; better ones push it out. For {@code java.base} the first says it all. */
  void add(ModuleName module, Weight weight, int distance, String key, Supplier<String> text) {
    TreeSet<Weighed> kept = reasons.get(module);
    if (kept == null) {
      kept = new TreeSet<>();
      reasons.put(module, kept);
    }
    if (kept.isEmpty() || !module.equals(ModuleName.JAVA_BASE)) {
      Weighed weighed = new Weighed(weight, distance, key, text);
      if (kept.size() < mostReasons) {
        kept.add(weighed);
      } else if (weighed.compareTo(kept.last()) < 0 && kept.add(weighed)) {
        kept.pollLast();
      }
    }
  }

  void add(Problem problem) {
    problems.add(problem);
  }

  /** The modules for which there is a reason. */
  SortedMap<ModuleName, Weight> best() {
    SortedMap<ModuleName, Weight> best = new TreeMap<>();
    for (Map.Entry<ModuleName, TreeSet<Weighed>> module : reasons.entrySet()) {
      best.put(module.getKey(), module.getValue().first().weight());
    }
    return Collections.unmodifiableSortedMap(best);
  }

  /** The reasons for a module, the best first. */
  List<Reason> reasons(ModuleName module) {
    Set<Reason> found = new LinkedHashSet<>();
    for (Weighed weighed : reasons.getOrDefault(module, new TreeSet<>())) {
      found.add(weighed.reason());
    }
    return List.copyOf(found);
  }

  /** What stops the work. */
  List<Problem> problems() {
    return problems(true);
  }

  /** What is only worth knowing. */
  List<Problem> warnings() {
    return problems(false);
  }

  private List<Problem> problems(boolean errors) {
    List<Problem> some = new ArrayList<>();
    for (Problem problem : problems) {
      if (problem.isError() == errors) {
        some.add(problem);
      }
    }
    return List.copyOf(some);
  }
}
