package dev.parka.verify.boot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Which files of an image a process has mapped into its memory, as the kernel tells. */
final class MappedFiles {

  private MappedFiles() {}

  /**
   * Their paths in the image; none where this user may not look.
   *
   * @param root where the image was unpacked: seen from outside all of its files lie there
   */
  static Set<String> of(long pid, String root) {
    Set<String> mapped = new TreeSet<>();
    try {
      Path maps = Path.of("/proc", String.valueOf(pid), "maps");
      for (String line : Files.readAllLines(maps, StandardCharsets.ISO_8859_1)) {
        int begin = line.indexOf(root + "/");
        if (begin >= 0) {
          mapped.add(line.substring(begin + root.length()));
        }
      }
      return mapped;
    } catch (IOException e) {
      // It has just ended, or it is another user's.
      return Set.of();
    }
  }
}
