package dev.parka.runtime.classes;

import dev.parka.runtime.ParkaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A jar in memory, read through its {@link CentralDirectory}: many small files cost one read of the
 * jar, and jars in jars need not be written out. What is unusual, names that are not ASCII among
 * it, is left to {@code java.util.zip.ZipFile}.
 */
final class JarBytes implements SourceFiles {

  private static final ThreadLocal<Inflater> INFLATER =
      ThreadLocal.withInitial(() -> new Inflater(true));

  private final String jar;
  private final byte[] bytes;
  private final CentralDirectory directory;
  private final List<SourceFile> list;

  private JarBytes(String jar, byte[] bytes, CentralDirectory directory, List<SourceFile> list) {
    this.jar = jar;
    this.bytes = bytes;
    this.directory = directory;
    this.list = list;
  }

  /** Reads the central directory; null if there is anything unusual in it. */
  static @Nullable JarBytes of(String jar, byte[] bytes) {
    try {
      CentralDirectory directory = CentralDirectory.in(bytes);
      List<SourceFile> list = directory == null ? null : list(bytes, directory);
      if (directory == null || list == null) {
        return null;
      }
      list.sort(new SourceFile.ByName());
      return new JarBytes(jar, bytes, directory, list);
    } catch (IndexOutOfBoundsException e) {
      return null;
    }
  }

  private static @Nullable List<SourceFile> list(byte[] bytes, CentralDirectory directory) {
    long before = directory.before(bytes.length);
    if (before < 0) {
      return null;
    }
    List<SourceFile> list = new ArrayList<>(directory.entries().length);
    for (int entry : directory.entries()) {
      String name = directory.name(entry);
      long local = before + directory.local(entry);
      if (name == null
          || local + CentralDirectory.LOCAL_SIZE > directory.end()
          || !CentralDirectory.isLocal(bytes, (int) local)
          || CentralDirectory.contentOf(bytes, (int) local) + directory.compressed(entry)
              > directory.end()) {
        return null;
      }
      if (!name.endsWith("/")) {
        list.add(new SourceFile(name, directory.size(entry), entry));
      }
    }
    return list;
  }

  @Override
  public List<SourceFile> list() {
    return list;
  }

  @Override
  public byte[] read(SourceFile file) throws DamagedFileException {
    int at = (int) file.at();
    long compressed = directory.compressed(at);
    Optional<String> bomb = EntryLimits.complaint(file.name(), file.size(), compressed);
    if (bomb.isPresent()) {
      throw new ParkaException(List.of(JarProblems.hostile(jar, bomb.get())));
    }
    byte[] whole = new byte[Math.toIntExact(file.size())];
    if (inflate(at, compressed, whole, true) != whole.length) {
      throw new DamagedFileException("its checksum or size is not what the jar says");
    }
    CRC32 checksum = new CRC32();
    checksum.update(whole);
    if (checksum.getValue() != directory.checksum(at)) {
      throw new DamagedFileException("its checksum or size is not what the jar says");
    }
    return whole;
  }

  @Override
  public byte[] peek(SourceFile file, int count) {
    byte[] begin = new byte[(int) Math.min(count, file.size())];
    try {
      int at = (int) file.at();
      return inflate(at, directory.compressed(at), begin, false) < begin.length
          ? new byte[0]
          : begin;
    } catch (DamagedFileException e) {
      return new byte[0];
    }
  }

  /**
   * Fills an array as far as there is content; answers with more than its length if there is more.
   *
   * @param isWhole whether the content has to end in the array
   */
  private int inflate(int at, long compressed, byte[] into, boolean isWhole)
      throws DamagedFileException {
    int local = Math.toIntExact(directory.before(bytes.length) + directory.local(at));
    int data = CentralDirectory.contentOf(bytes, local);
    if (directory.isStored(at)) {
      int length = (int) Math.min(into.length, compressed);
      System.arraycopy(bytes, data, into, 0, length);
      return compressed > into.length ? into.length + 1 : length;
    }
    Inflater inflater = INFLATER.get();
    try {
      inflater.setInput(bytes, data, (int) compressed);
      int length = inflater.inflate(into);
      if (isWhole && length == into.length && !inflater.finished()) {
        length += inflater.inflate(new byte[1]);
        if (length == into.length && !inflater.finished()) {
          throw new DamagedFileException("its compressed data is damaged");
        }
      }
      return length;
    } catch (DataFormatException e) {
      throw new DamagedFileException("its compressed data is damaged");
    } finally {
      // Lets go of the jar, too.
      inflater.reset();
    }
  }

  @Override
  public void close() {}
}
