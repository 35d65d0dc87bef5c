package dev.parka.runtime.classes;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of an open {@link ClassSource}. Several threads may read at the same time. */
public interface SourceFiles extends AutoCloseable {

  /** All files and no folders, sorted by name. */
  List<SourceFile> list();

  /**
   * The whole content of a file.
   *
   * @throws DamagedFileException if its compressed data is damaged
   * @throws dev.parka.runtime.ParkaException [HostileJar] if its size is one that no honest file
   *     has
   * @throws IOException if the source cannot be read any more
   */
  byte[] read(SourceFile file) throws DamagedFileException, IOException;

  /**
   * The first bytes of a file, at most so many; none of a damaged one.
   *
   * @throws IOException if the source cannot be read any more
   */
  default byte[] peek(SourceFile file, int count) throws IOException {
    try {
      byte[] all = read(file);
      return Arrays.copyOf(all, Math.min(count, all.length));
    } catch (DamagedFileException e) {
      return new byte[0];
    }
  }

  /**
   * Opens a jar among the files where it lies, if that takes no copy of it; null if it has to be
   * read. What it was opened from must not be closed before it.
   *
   * @param name what the jar is called
   * @throws DamagedFileException if it is not what its checksum says
   * @throws dev.parka.runtime.ParkaException [HostileJar] if it has entries that no honest jar has
   */
  default @Nullable SourceFiles open(SourceFile jar, String name) throws DamagedFileException {
    return null;
  }

  @Override
  void close() throws IOException;
}
