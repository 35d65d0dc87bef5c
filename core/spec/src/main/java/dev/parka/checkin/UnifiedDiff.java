package dev.parka.checkin;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.parka.runtime.Printable;
import java.util.ArrayList;
import java.util.List;

/** The difference between two texts, as {@code diff -u} shows it. */
final class UnifiedDiff {

  private static final int CONTEXT = 3;
  private static final int LONGEST = 200;

  private UnifiedDiff() {}

  /** Its lines, at most some hundred, with nothing in them that a terminal would act on. */
  static String of(String file, String is, String wouldBe) {
    List<String> old = is.lines().toList();
    List<String> diff =
        UnifiedDiffUtils.generateUnifiedDiff(
            file,
            file + " (generated now)",
            old,
            DiffUtils.diff(old, wouldBe.lines().toList()),
            CONTEXT);
    List<String> shown = new ArrayList<>();
    for (String line : diff.subList(0, Math.min(diff.size(), LONGEST))) {
      shown.add(Printable.of(line));
    }
    if (diff.size() > LONGEST) {
      shown.add("… and " + (diff.size() - LONGEST) + " more lines");
    }
    return String.join("\n", shown);
  }
}
