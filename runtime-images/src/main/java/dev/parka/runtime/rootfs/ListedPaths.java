package dev.parka.runtime.rootfs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds paths in dpkg's lists, of which a machine has megabytes: no line becomes text but those
 * whose last bytes are those of a path that is looked for.
 */
final class ListedPaths {

  /** Bytes at the end of a line that are looked at first. */
  private static final int END = 3;

  private final Set<String> paths;
  private final Set<Integer> ends = new HashSet<>();
  private final boolean[] last = new boolean[256];
  private boolean isShort;

  /** Looks for these absolute paths. */
  ListedPaths(Set<String> paths) {
    this.paths = paths;
    for (String path : paths) {
      byte[] bytes = path.getBytes(ISO_8859_1);
      last[bytes[bytes.length - 1] & 0xff] = true;
      ends.add(end(bytes, bytes.length));
      isShort |= bytes.length <= END;
    }
  }

  /** Those of the paths that a list has, in its order; its lines are paths or checksums of them. */
  List<String> in(byte[] list) {
    List<String> found = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= list.length; i++) {
      if (i == list.length || list[i] == '\n') {
        if (i > start && last[list[i - 1] & 0xff] && (isShort || ends.contains(end(list, i)))) {
          add(new String(list, start, i - start, ISO_8859_1), found);
        }
        start = i + 1;
      }
    }
    return found;
  }

  private void add(String line, List<String> found) {
    // A line of checksums has a path without its slash at the end.
    String listed = line.startsWith("/") ? line : "/" + line.replaceFirst("^\\S+ [ *]", "");
    if (paths.contains(listed)) {
      found.add(listed);
    }
  }

  private static int end(byte[] bytes, int to) {
    int end = 0;
    for (int i = Math.max(0, to - END); i < to; i++) {
      end = end << 8 | (bytes[i] & 0xff);
    }
    return end;
  }
}
