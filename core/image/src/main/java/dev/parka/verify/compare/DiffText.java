package dev.parka.verify.compare;

import java.util.List;
import java.util.Locale;

/** A comparison for people. */
final class DiffText {

  private static final int MOST_PLACES = 10;
  private static final int MOST_DIFFERENCES = 200;

  private DiffText() {}

  static String render(ImageDiff diff, boolean strict) {
    StringBuilder text = new StringBuilder();
    row(text, "", "before", "after", "growth");
    size(text, "stored", diff.before().storedSize(), diff.after().storedSize());
    size(text, "unpacked", diff.before().unpackedSize(), diff.after().unpackedSize());
    diff.sizeChanges().stream()
        .limit(MOST_PLACES)
        .forEach(change -> size(text, change.place(), change.before(), change.after()));
    List<Difference> counted = diff.counted(strict);
    if (!counted.isEmpty()) {
      text.append('\n');
    }
    counted.stream()
        .limit(MOST_DIFFERENCES)
        .forEach(difference -> text.append(difference).append('\n'));
    if (counted.size() > MOST_DIFFERENCES) {
      text.append("… and ").append(counted.size() - MOST_DIFFERENCES);
      text.append(" more, which --format json has\n");
    }
    text.append('\n').append(verdict(diff, counted.size())).append('\n');
    return text.toString();
  }

  private static String verdict(ImageDiff diff, int counted) {
    if (diff.isSame()) {
      return "the same image";
    }
    if (counted > 0) {
      return counted == 1 ? "1 difference" : counted + " differences";
    }
    return "equivalent: the same files and configuration; "
        + diff.differences().size()
        + " differences in times, metadata or how layers are stored (--strict shows them)";
  }

  private static void size(StringBuilder text, String what, long before, long after) {
    row(
        text,
        what,
        String.valueOf(before),
        String.valueOf(after),
        String.format(Locale.ROOT, "%+d", after - before));
  }

  private static void row(
      StringBuilder text, String what, String before, String after, String growth) {
    text.append(String.format(Locale.ROOT, "%-24s %12s %12s %12s\n", what, before, after, growth));
  }
}
