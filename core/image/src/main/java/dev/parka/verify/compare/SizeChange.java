package dev.parka.verify.compare;

import dev.parka.runtime.tree.ImagePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the bytes of the files below a directory differ.
 *
 * @param place two names deep, such as {@code /opt/java}
 * @param before bytes in the first image
 * @param after bytes in the second
 */
public record SizeChange(String place, long before, long after) {

  private static final int DEPTH = 2;

  /** What is more in the second image; negative if it is less. */
  public long growth() {
    return after - before;
  }

  static List<SizeChange> between(
      Map<ImagePath, FileContents> before, Map<ImagePath, FileContents> after) {
    SortedMap<String, Long> old = sizes(before);
    SortedMap<String, Long> now = sizes(after);
    SortedMap<String, Long> all = new TreeMap<>(old);
    all.putAll(now);
    List<SizeChange> changes = new ArrayList<>();
    for (String place : all.keySet()) {
      SizeChange change =
          new SizeChange(place, old.getOrDefault(place, 0L), now.getOrDefault(place, 0L));
      if (change.growth() != 0) {
        changes.add(change);
      }
    }
    changes.sort(Comparator.comparingLong((SizeChange change) -> -Math.abs(change.growth())));
    return changes;
  }

  private static SortedMap<String, Long> sizes(Map<ImagePath, FileContents> files) {
    SortedMap<String, Long> sizes = new TreeMap<>();
    files.forEach((path, file) -> sizes.merge(place(path), file.size(), Long::sum));
    return sizes;
  }

  private static String place(ImagePath path) {
    String text = path.value();
    int end = 0;
    for (int depth = 0; depth < DEPTH; depth++) {
      int next = text.indexOf('/', end + 1);
      if (next < 0) {
        return text;
      }
      end = next;
    }
    return text.substring(0, end);
  }
}
