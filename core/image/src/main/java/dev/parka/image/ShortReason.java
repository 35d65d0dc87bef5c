package dev.parka.image;

import dev.parka.runtime.modules.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A reason that fits on a line: of a long chain, both ends. */
final class ShortReason {

  private static final int LONGEST = 100;
  private static final String ARROW = " → ";

  private ShortReason() {}

  static String of(Reason reason) {
    String text = reason.toString();
    List<String> links = Arrays.asList(text.split(ARROW, -1));
    if (text.length() <= LONGEST || links.size() < 3) {
      return text;
    }
    int first = 1;
    int last = 1;
    // The end tells more: what it is that is used, and by whom.
    while (first + last + 1 < links.size()) {
      if (cut(links, first, last + 1).length() <= LONGEST) {
        last++;
      } else if (cut(links, first + 1, last).length() <= LONGEST) {
        first++;
      } else {
        break;
      }
    }
    return cut(links, first, last);
  }

  private static String cut(List<String> links, int first, int last) {
    List<String> kept = new ArrayList<>(links.subList(0, first));
    kept.add("…");
    kept.addAll(links.subList(links.size() - last, links.size()));
    return String.join(ARROW, kept);
  }
}
