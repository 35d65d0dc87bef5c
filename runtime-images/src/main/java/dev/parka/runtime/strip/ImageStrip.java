package dev.parka.runtime.strip;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Takes one thing out of what jlink has written; the result hangs on nothing else. */
public sealed interface ImageStrip
    permits ClassList,
        Headers,
        JrtFileSystem,
        Launchers,
        LegalNotices,
        ManPages,
        NativeDebugInformation,
        NativeLibraries,
        NativeSymbols,
        NativeUnwindTables {

  /** Which thing. */
  StripKind kind();

  /** The files that simply go: what any shell can do as well. */
  default List<UnwantedFiles> unwanted() {
    return List.of();
  }

  /**
   * Takes it out.
   *
   * @param image the directory that has {@code bin} and {@code lib}
   */
  default void apply(Path image) throws IOException {
    for (UnwantedFiles files : unwanted()) {
      files.remove(image);
    }
  }
}
