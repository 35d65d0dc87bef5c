package dev.parka.runtime.jdk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

/**
 * A {@code lib/modules} file that lies anywhere and may come from anybody, such as one taken out of
 * an image: what is in it, and how many of its bytes that takes.
 */
public final class ModulesFile {

  /** No run-time image has more: a whole JDK's file has some 150 MB. */
  private static final long LARGEST = 1L << 30;

  /** What jlink puts before a file that it compresses: {@code CompressedResourceHeader}. */
  private static final int COMPRESSED = 0xCAFEFAFA;

  private static final int COMPRESSED_HEADER = 29;
  private static final int MOST_READ = 1 << 20;

  private final ByteBuffer bytes;
  private final List<Entry> entries;

  private ModulesFile(ByteBuffer bytes, List<Entry> entries) {
    this.bytes = bytes;
    this.entries = List.copyOf(entries);
  }

  /**
   * A file in it.
   *
   * @param module whose it is; {@code packages} for lists that only the JVM reads
   * @param path its path there, such as {@code java/sql/Driver.class}
   * @param offset where its bytes begin
   * @param stored how many they are, as they lie there
   * @param size how many they are when they are unpacked
   */
  public record Entry(String module, String path, long offset, long stored, long size) {

    /** The package, such as {@code java.sql}; empty text at the top of the module. */
    public String packageName() {
      int slash = path.lastIndexOf('/');
      return slash < 0 ? "" : path.substring(0, slash).replace('/', '.');
    }

    /** Whether it describes its module. */
    public boolean isDescriptor() {
      return path.equals("module-info.class");
    }
  }

  /**
   * Opens a file; empty if it is of another kind or version than JDKs have had since 9.
   *
   * @throws IOException if it cannot be read, or its index is damaged
   */
  public static Optional<ModulesFile> open(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      return Optional.empty();
    }
    ByteBuffer bytes = ImageFile.map(file);
    try {
      Optional<ImageIndex> index = ImageFile.index(bytes);
      return index.isEmpty()
          ? Optional.empty()
          : Optional.of(new ModulesFile(bytes, entries(index.get(), bytes.limit())));
    } catch (IndexOutOfBoundsException e) {
      throw new IOException("its index leads out of the file", e);
    }
  }

  private static List<Entry> entries(ImageIndex index, int limit) throws IOException {
    List<Entry> entries = new ArrayList<>(index.entries());
    entries.sort(
        Comparator.comparing(Entry::module)
            .thenComparing(Entry::packageName)
            .thenComparing(Entry::path));
    long sum = 0;
    for (Entry entry : entries) {
      if (entry.stored() < 0 || entry.offset() < 0 || entry.offset() + entry.stored() > limit) {
        throw new IOException("a file in it leads out of it");
      }
      sum += entry.stored();
    }
    if (sum > limit) {
      throw new IOException("files in it lie over each other");
    }
    return entries;
  }

  /** Everything in it, sorted by module, package and path. */
  public List<Entry> entries() {
    return entries;
  }

  /** The descriptor of each module, as far as it can be read. */
  public List<byte[]> descriptors() {
    return entries.stream()
        .filter(Entry::isDescriptor)
        .flatMap(entry -> read(entry).stream())
        .toList();
  }

  /** The bytes of the whole file. */
  public long size() {
    return bytes.limit();
  }

  /** The bytes of a file as they lie there. */
  public byte[] stored(Entry entry) {
    byte[] stored = new byte[(int) entry.stored()];
    bytes.get((int) entry.offset(), stored);
    return stored;
  }

  /** The bytes of a small file, unpacked; empty if it is large, or jlink packed it otherwise. */
  public Optional<byte[]> read(Entry entry) {
    if (entry.stored() == entry.size()) {
      return entry.size() > MOST_READ ? Optional.empty() : Optional.of(stored(entry));
    }
    byte[] stored = stored(entry);
    ByteBuffer header = ByteBuffer.wrap(stored).order(ByteOrder.nativeOrder());
    if (stored.length < COMPRESSED_HEADER || header.getInt(0) != COMPRESSED) {
      return Optional.empty();
    }
    try (InflaterInputStream in =
        new InflaterInputStream(
            new ByteArrayInputStream(
                stored, COMPRESSED_HEADER, stored.length - COMPRESSED_HEADER))) {
      byte[] read = in.readNBytes(MOST_READ);
      return read.length == entry.size() ? Optional.of(read) : Optional.empty();
    } catch (IOException e) {
      // Packed by another of jlink's ways, which only the JDK itself unpacks.
      return Optional.empty();
    }
  }
}
