package dev.parka.runtime.modules;

import dev.parka.runtime.Printable;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that somebody may have meant who wrote another. */
public final class NearMisses {

  private static final int MOST = 3;

  private record Miss(int distance, String name) {}

  private NearMisses() {}

  /**
   * A question such as {@code did you mean java.sql or java.xml?}, or the other advice where
   * nothing is near.
   */
  public static String question(String wrong, Collection<String> known, String otherwise) {
    List<String> near = of(wrong, known);
    if (near.isEmpty()) {
      return otherwise;
    }
    int last = near.size() - 1;
    String names =
        last == 0
            ? near.get(0)
            : String.join(", ", near.subList(0, last)) + " or " + near.get(last);
    return "did you mean " + Printable.of(names) + "?";
  }

  /** Up to three names, the nearest first. */
  public static List<String> of(String wrong, Collection<String> known) {
    return known.stream()
        .map(name -> new Miss(distance(wrong, name), name))
        .filter(miss -> miss.distance() <= Math.max(1, Math.min(3, wrong.length() / 4)))
        .sorted(Comparator.comparingInt(Miss::distance).thenComparing(Miss::name))
        .limit(MOST)
        .map(Miss::name)
        .toList();
  }

  /** How many edits apart two names are; equal last parts and other case count as one edit. */
  private static int distance(String a, String b) {
    if (a.toLowerCase(Locale.ROOT).equals(b.toLowerCase(Locale.ROOT))
        || lastPart(a).equals(lastPart(b))) {
      return 1;
    }
    return Math.abs(a.length() - b.length()) > 3 ? Integer.MAX_VALUE : levenshtein(a, b);
  }

  private static String lastPart(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static int levenshtein(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
