package dev.parka.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What builds took, by case and contender, and what Parka's is in multiples of each other. */
final class BuildTimes {

  private record Key(BuildCase what, String contender) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return toString().compareTo(other.toString());
    }
  }

  private record Times(List<Double> millis, List<Long> kilobytes) {
    Times() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  private final Map<Key, Times> times = new TreeMap<>();

  void add(BuildCase what, String contender, double millis, long kilobytes) {
    Times some = times.computeIfAbsent(new Key(what, contender), key -> new Times());
    some.millis().add(millis);
    some.kilobytes().add(kilobytes);
  }

  /** Prints a line for each case and pair of contenders; ratios are medians of turns. */
  void print(List<String> ours, List<String> theirs) {
    for (BuildCase what : BuildCase.values()) {
      for (String our : ours) {
        for (String their : theirs) {
          Times one = times.get(new Key(what, our));
          Times other = times.get(new Key(what, their));
          List<Double> ratios = new ArrayList<>();
          for (int i = 0; i < one.millis().size(); i++) {
            ratios.add(one.millis().get(i) / other.millis().get(i));
          }
          System.out.printf(
              Locale.ROOT,
              "%-16s %-26s %6.0f ms  %-26s %6.0f ms  ratio %.2f",
              what,
              our,
              median(one.millis()),
              their,
              median(other.millis()),
              median(ratios));
          System.out.printf(
              Locale.ROOT,
              "  memory %d MB, %d MB%n",
              median(one.kilobytes()) / 1024,
              median(other.kilobytes()) / 1024);
        }
      }
    }
  }

  private static <T extends Comparable<T>> T median(List<T> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
