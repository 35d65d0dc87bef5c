package dev.parka.processor;

import dev.parka.runtime.cache.Digest;
import dev.parka.runtime.cache.FileDigests;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.classes.DamagedFileException;
import dev.parka.runtime.classes.SourceFile;
import dev.parka.runtime.classes.SourceFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A directory of class files as it is when it is first looked at: dependencies, keys and modules
 * are all got of the same files, and a directory is slow to read. What an earlier compilation wrote
 * for images is left out: it says nothing of the application.
 */
final class ReadOnce implements ClassSource {

  /** Whoever has larger ones has few that anybody asks for. */
  private static final long LARGE = 1 << 20;

  private static final int AT_A_TIME = 64;

  private final ClassSource directory;
  private final SourceFiles files;
  private final List<SourceFile> list;
  private final Map<String, byte[]> read = new ConcurrentHashMap<>();
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
      known = digest();
      digest = known;
    }
    return known;
  }

  /** Files are read and digested side by side, some at a time: a digest is slow to begin. */
  private Digest digest() throws IOException {
    try {
      List<Digest> parts =
          IntStream.rangeClosed(0, list.size() / AT_A_TIME)
              .parallel()
              .mapToObj(part -> digest(part * AT_A_TIME))
              .toList();
      return Digest.parts().addAll(parts).digest();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Digest digest(int first) {
    Digest.Parts parts = Digest.parts();
    for (SourceFile file : list.subList(first, Math.min(first + AT_A_TIME, list.size()))) {
      parts.add(file.name());
      try {
        parts.add(read(file));
      } catch (DamagedFileException e) {
        parts.add(e.what());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return parts.digest();
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
