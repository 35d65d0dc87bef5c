package dev.parka.processor;

import dev.parka.runtime.cache.Digest;
import dev.parka.runtime.cache.FileDigests;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.classes.DamagedFileException;
import dev.parka.runtime.classes.SourceFile;
import dev.parka.runtime.classes.SourceFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
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

  /**
   * Of the name, the size and two checksums of each file. To digest all of their bytes takes most
   * of the time in a virtual machine that was just started; checksums it has an instruction for.
   */
  private Digest digest() throws IOException {
    Digest.Parts parts = Digest.parts();
    for (SourceFile file : list) {
      parts.add(file.name());
      try {
        byte[] bytes = read(file);
        parts.add(bytes.length).add(sum(new CRC32(), bytes)).add(sum(new CRC32C(), bytes));
      } catch (DamagedFileException e) {
        parts.add(e.what());
      }
    }
    return parts.digest();
  }

  private static long sum(Checksum checksum, byte[] bytes) {
    checksum.update(bytes, 0, bytes.length);
    return checksum.getValue();
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
