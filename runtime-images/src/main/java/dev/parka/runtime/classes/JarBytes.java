package dev.parka.runtime.classes;

import dev.parka.runtime.ParkaException;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** Where the jar begins in the array, after what may stand before it. */
  private final int begin;

  private final List<SourceFile> list;

  private JarBytes(
      String jar, byte[] bytes, CentralDirectory directory, int begin, List<SourceFile> list) {
    this.jar = jar;
    this.bytes = bytes;
    this.directory = directory;
    this.begin = begin;
    this.list = list;
  }

  /** Reads the central directory; null if there is anything unusual in it. */
  static @Nullable JarBytes of(String jar, byte[] bytes) {
    return of(jar, bytes, 0, bytes.length);
  }

  /** The same of a jar that lies in a part of an array. */
  private static @Nullable JarBytes of(String jar, byte[] bytes, int from, int to) {
    try {
      byte[] tail = tail(bytes, from, to);
      CentralDirectory directory = CentralDirectory.in(tail);
      if (directory == null) {
        return null;
      }
      long begin = from + directory.before(to - from);
      int end = to - tail.length + directory.end();
      List<SourceFile> list = begin < from ? null : list(bytes, directory, begin, end);
      if (list == null) {
        return null;
      }
      list.sort(new SourceFile.ByName());
      return new JarBytes(jar, bytes, directory, (int) begin, list);
    } catch (IndexOutOfBoundsException e) {
      return null;
    }
  }

  /** The end of a jar that holds its directory; all of it if it is all of the array. */
  private static byte[] tail(byte[] bytes, int from, int to) {
    if (from == 0 && to == bytes.length) {
      return bytes;
    }
    int enough = Math.min(to - from, CentralDirectory.ENOUGH);
    byte[] tail = Arrays.copyOfRange(bytes, to - enough, to);
    long needed = Math.min(CentralDirectory.needs(tail), to - from);
    return Arrays.copyOfRange(bytes, to - (int) needed, to);
  }

  private static @Nullable List<SourceFile> list(
      byte[] bytes, CentralDirectory directory, long begin, int end) {
    List<SourceFile> list = new ArrayList<>(directory.entries().length);
    for (int entry : directory.entries()) {
      String name = directory.name(entry);
      long local = begin + directory.local(entry);
      if (name == null
          || local + CentralDirectory.LOCAL_SIZE > end
          || !CentralDirectory.isLocal(bytes, (int) local)
          || CentralDirectory.contentOf(bytes, (int) local) + directory.compressed(entry) > end) {
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

  /**
   * A stored jar in this one, opened where it lies, so that it takes no memory of its own; null if
   * it is compressed, or there is anything unusual in it.
   */
  @Override
  public @Nullable SourceFiles open(SourceFile file, String name) throws DamagedFileException {
    int at = (int) file.at();
    if (!directory.isStored(at) || directory.compressed(at) != file.size()) {
      return null;
    }
    int from = content(at);
    int length = (int) file.size();
    CRC32 checksum = new CRC32();
    checksum.update(bytes, from, length);
    if (checksum.getValue() != directory.checksum(at)) {
      throw new DamagedFileException("its checksum or size is not what the jar says");
    }
    return JarClassSource.checked(name, of(name, bytes, from, from + length));
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
    int data = content(at);
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

  private int content(int at) {
    return CentralDirectory.contentOf(bytes, Math.toIntExact(begin + directory.local(at)));
  }

  @Override
  public void close() {}
}
