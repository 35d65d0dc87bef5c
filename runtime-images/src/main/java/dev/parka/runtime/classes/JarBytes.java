package dev.parka.runtime.classes;

import dev.parka.runtime.ParkaException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A jar in memory, read through its central directory: many small files cost one read of the jar,
 * and jars in jars need not be written out. Only what every jar has is understood; whatever is
 * unusual (ZIP64, encryption, names that are not ASCII, offsets that lead astray) is left to {@code
 * java.util.zip.ZipFile}, which also says what is wrong with it. Source: APPNOTE.TXT of PKWARE.
 */
final class JarBytes implements SourceFiles {

  private static final int END = 0x06054b50;
  private static final int END_SIZE = 22;
  private static final int CENTRAL = 0x02014b50;
  private static final int CENTRAL_SIZE = 46;
  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_SIZE = 30;
  private static final int LONGEST_COMMENT = 0xffff;

  /** The size stands in a field of ZIP64. */
  private static final long ELSEWHERE = 0xffffffffL;

  private static final int ENCRYPTED = 1;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  private static final ThreadLocal<Inflater> INFLATER =
      ThreadLocal.withInitial(() -> new Inflater(true));

  private final String jar;
  private final byte[] content;
  private final ByteBuffer bytes;
  private final long before;
  private final List<SourceFile> list;

  private JarBytes(
      String jar, byte[] content, ByteBuffer bytes, long before, List<SourceFile> list) {
    this.jar = jar;
    this.content = content;
    this.bytes = bytes;
    this.before = before;
    this.list = list;
  }

  /** Reads the central directory; null if there is anything unusual in it. */
  static @Nullable JarBytes of(String jar, byte[] content) {
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    try {
      int end = end(bytes);
      List<SourceFile> list = end < 0 ? null : list(bytes, end);
      if (list == null) {
        return null;
      }
      list.sort(Comparator.comparing(SourceFile::name));
      return new JarBytes(jar, content, bytes, before(bytes, end), list);
    } catch (IndexOutOfBoundsException e) {
      return null;
    }
  }

  private static int end(ByteBuffer bytes) {
    int lowest = Math.max(0, bytes.limit() - END_SIZE - LONGEST_COMMENT);
    for (int at = bytes.limit() - END_SIZE; at >= lowest; at--) {
      if (bytes.getInt(at) == END) {
        // A comment that holds the same four bytes is unusual enough.
        return at + END_SIZE + u2(bytes, at + 20) == bytes.limit() ? at : -1;
      }
    }
    return -1;
  }

  /** Bytes before the jar, such as a script, move all that it says of itself. */
  private static long before(ByteBuffer bytes, int end) {
    return end - u4(bytes, end + 12) - u4(bytes, end + 16);
  }

  private static @Nullable List<SourceFile> list(ByteBuffer bytes, int end) {
    int count = u2(bytes, end + 10);
    long size = u4(bytes, end + 12);
    long before = before(bytes, end);
    if (count == 0xffff || before < 0 || u2(bytes, end + 8) != count) {
      return null;
    }
    List<SourceFile> list = new ArrayList<>(count);
    int at = Math.toIntExact(end - size);
    for (int i = 0; i < count; i++) {
      int nameLength = u2(bytes, at + 28);
      int method = u2(bytes, at + 10);
      long local = before + u4(bytes, at + 42);
      String name = name(bytes, at + CENTRAL_SIZE, nameLength);
      if (bytes.getInt(at) != CENTRAL
          || name == null
          || (u2(bytes, at + 8) & ENCRYPTED) != 0
          || (method != STORED && method != DEFLATED)
          || u4(bytes, at + 24) == ELSEWHERE
          || local + LOCAL_SIZE > end
          || bytes.getInt((int) local) != LOCAL
          || dataOf(bytes, (int) local) + u4(bytes, at + 20) > end) {
        return null;
      }
      if (!name.endsWith("/")) {
        list.add(new SourceFile(name, u4(bytes, at + 24), at));
      }
      at += CENTRAL_SIZE + nameLength + u2(bytes, at + 30) + u2(bytes, at + 32);
    }
    return at == end ? list : null;
  }

  private static @Nullable String name(ByteBuffer bytes, int begin, int length) {
    byte[] name = new byte[length];
    bytes.get(begin, name);
    for (byte b : name) {
      if (b <= 0) {
        return null;
      }
    }
    return new String(name, StandardCharsets.US_ASCII);
  }

  /** Where the content of the file with this local header begins. */
  private static long dataOf(ByteBuffer bytes, int local) {
    return local + (long) LOCAL_SIZE + u2(bytes, local + 26) + u2(bytes, local + 28);
  }

  @Override
  public List<SourceFile> list() {
    return list;
  }

  @Override
  public byte[] read(SourceFile file) throws DamagedFileException {
    int at = (int) file.at();
    long compressed = u4(bytes, at + 20);
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
    if (checksum.getValue() != u4(bytes, at + 16)) {
      throw new DamagedFileException("its checksum or size is not what the jar says");
    }
    return whole;
  }

  @Override
  public byte[] peek(SourceFile file, int count) {
    byte[] begin = new byte[(int) Math.min(count, file.size())];
    try {
      int at = (int) file.at();
      return inflate(at, u4(bytes, at + 20), begin, false) < begin.length ? new byte[0] : begin;
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
    int local = Math.toIntExact(u4(bytes, at + 42) + before);
    int data = (int) dataOf(bytes, local);
    if (u2(bytes, at + 10) == STORED) {
      int length = (int) Math.min(into.length, compressed);
      System.arraycopy(content, data, into, 0, length);
      return compressed > into.length ? into.length + 1 : length;
    }
    Inflater inflater = INFLATER.get();
    try {
      inflater.setInput(content, data, (int) compressed);
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

  private static int u2(ByteBuffer bytes, int at) {
    return bytes.getShort(at) & 0xffff;
  }

  private static long u4(ByteBuffer bytes, int at) {
    return bytes.getInt(at) & 0xffffffffL;
  }
}
