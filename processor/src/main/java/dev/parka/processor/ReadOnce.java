package dev.parka.processor;

import dev.parka.runtime.cache.Digest;
import dev.parka.runtime.cache.FileDigests;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.classes.DamagedFileException;
import dev.parka.runtime.classes.SourceFile;
import dev.parka.runtime.classes.SourceFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A directory of class files as it is when it is first looked at: dependencies, keys and modules
 * are all got of the same files, and a directory is slow to read. What an earlier compilation wrote
 * for images is left out: it says nothing of the application.
 */
final class ReadOnce implements ClassSource {

  /** Whoever has larger ones has few that anybody asks for. */
  private static final long LARGE = 1 << 20;

  private final ClassSource directory;
  private final SourceFiles files;
  private final List<SourceFile> list;
  private final Map<String, byte[]> read = new HashMap<>();
  private @Nullable Digest digest;

  ReadOnce(Path directory) throws IOException {
    this.directory = ClassSource.directory(directory);
    this.files = this.directory.open();
    this.list =
        files.list().stream()
            .filter(file -> !file.name().startsWith(BuildFiles.DIRECTORY))
            .toList();
  }

  @Override
  public String name() {
    return directory.name();
  }

  @Override
  public Digest digest(FileDigests digests) throws IOException {
    Digest known = digest;
    if (known == null) {
      known = ClassSource.super.digest(digests);
      digest = known;
    }
    return known;
  }

  @Override
  public SourceFiles open() {
    return new SourceFiles() {
      @Override
      public List<SourceFile> list() {
        return list;
      }

      @Override
      public byte[] read(SourceFile file) throws DamagedFileException, IOException {
        return ReadOnce.this.read(file);
      }

      /** A directory holds nothing open. */
      @Override
      public void close() {}
    };
  }

  private byte[] read(SourceFile file) throws DamagedFileException, IOException {
    byte[] known = read.get(file.name());
    if (known == null) {
      known = files.read(file);
      if (known.length < LARGE) {
        read.put(file.name(), known);
      }
    }
    return known;
  }
}
