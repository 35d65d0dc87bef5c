package dev.parka.runtime.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are there as a whole or not at all. */
public final class WholeFile {

  private WholeFile() {}

  /**
   * Writes a text in UTF-8 beside its place and moves it there; what was there before stays if that
   * fails. A link stays one, and a pipe or a terminal is written to as it is.
   *
   * @throws IOException if it cannot be written
   */
  public static void write(Path file, String text) throws IOException {
    boolean isThere = Files.exists(file);
    Path absolute = isThere ? file.toRealPath() : file.toAbsolutePath();
    if (isThere && !Files.isRegularFile(absolute)) {
      Files.writeString(file, text);
      return;
    }
    // Not createTempFile, whose files nobody else may read.
    Path beside =
        absolute.resolveSibling(
            "." + absolute.getFileName() + ".parka-" + ProcessHandle.current().pid());
    try {
      Files.writeString(beside, text);
      Files.move(
          beside, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
