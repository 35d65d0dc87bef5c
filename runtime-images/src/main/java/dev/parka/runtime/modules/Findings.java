package dev.parka.runtime.modules;

import dev.parka.runtime.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the rules find: a few reasons for each module, the best ones, and problems. */
final class Findings {

  private static final int MOST_REASONS = 5;

  private record Weighed(Weight weight, String text) implements Comparable<Weighed> {
    private static final Comparator<Weighed> ORDER =
        Comparator.comparing(Weighed::weight).thenComparing(Weighed::text);

    @Override
    public int compareTo(Weighed other) {
      return ORDER.compare(this, other);
    }
  }

  private final SortedMap<ModuleName, TreeSet<Weighed>> reasons = new TreeMap<>();
  private final List<Problem> problems = new ArrayList<>();

  Findings() {
    add(ModuleName.JAVA_BASE, Weight.WISH, "every application needs it");
  }

  /** Adds a reason; better ones push it out. For {@code java.base} the first says it all. */
  void add(ModuleName module, Weight weight, String text) {
    TreeSet<Weighed> kept = reasons.computeIfAbsent(module, m -> new TreeSet<>());
    if (kept.isEmpty() || !module.equals(ModuleName.JAVA_BASE)) {
      kept.add(new Weighed(weight, text));
    }
    if (kept.size() > MOST_REASONS) {
      kept.pollLast();
    }
  }

  void add(Problem problem) {
    problems.add(problem);
  }

  /** The reasons, the best first. */
  SortedMap<ModuleName, List<Reason>> reasons() {
    SortedMap<ModuleName, List<Reason>> all = new TreeMap<>();
    reasons.forEach(
        (module, kept) -> all.put(module, kept.stream().map(w -> new Reason(w.text())).toList()));
    return all;
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }
}
