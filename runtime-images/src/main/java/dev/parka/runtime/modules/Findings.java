package dev.parka.runtime.modules;

import dev.parka.runtime.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** What the rules find: a few reasons for each module, the best ones, and problems. */
final class Findings {

  private static final int MOST_REASONS = 3;

  /**
   * A reason before it is put into words.
   *
   * @param distance how far from the roots it was found
   * @param key what decides between equals
   */
  private record Weighed(Weight weight, int distance, String key, Supplier<String> text)
      implements Comparable<Weighed> {
    private static final Comparator<Weighed> ORDER =
        Comparator.comparing(Weighed::weight)
            .thenComparingInt(Weighed::distance)
            .thenComparing(Weighed::key);

    @Override
    public int compareTo(Weighed other) {
      return ORDER.compare(this, other);
    }

    Reason reason() {
      return new Reason(text.get(), weight.isWeak());
    }
  }

  private final SortedMap<ModuleName, TreeSet<Weighed>> reasons = new TreeMap<>();
  private final List<Problem> problems = new ArrayList<>();

  Findings() {
    add(ModuleName.JAVA_BASE, Weight.WISH, "every application needs it");
  }

  /** Adds a reason that is already in words. */
  void add(ModuleName module, Weight weight, String text) {
    add(module, weight, 0, text, () -> text);
  }

  /** Adds a reason; better ones push it out. For {@code java.base} the first says it all. */
  void add(ModuleName module, Weight weight, int distance, String key, Supplier<String> text) {
    TreeSet<Weighed> kept = reasons.computeIfAbsent(module, m -> new TreeSet<>());
    if (kept.isEmpty() || !module.equals(ModuleName.JAVA_BASE)) {
      Weighed weighed = new Weighed(weight, distance, key, text);
      if (kept.size() < MOST_REASONS) {
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
    reasons.forEach((module, kept) -> best.put(module, kept.first().weight()));
    return Collections.unmodifiableSortedMap(best);
  }

  /** The reasons for a module, the best first. */
  List<Reason> reasons(ModuleName module) {
    return reasons.getOrDefault(module, new TreeSet<>()).stream()
        .map(Weighed::reason)
        .distinct()
        .toList();
  }

  /** What stops the work. */
  List<Problem> problems() {
    return problems.stream().filter(Problem::isError).toList();
  }

  /** What is only worth knowing. */
  List<Problem> warnings() {
    return problems.stream().filter(problem -> !problem.isError()).toList();
  }
}
