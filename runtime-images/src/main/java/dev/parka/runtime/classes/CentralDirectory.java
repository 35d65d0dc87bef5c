package dev.parka.runtime.classes;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The central directory of a jar, in an array that holds the end of the jar or all of it. Only what
 * every jar has is understood: ZIP64, encryption and lengths that lead astray are left to {@code
 * java.util.zip.ZipFile}, which also says what is wrong. Source: APPNOTE.TXT of PKWARE.
 *
 * <p>The array is read by its bytes, and not through a buffer, as most of it is read before the
 * virtual machine has compiled anything.
 */
final class CentralDirectory {

  private static final int END = 0x06054b50;
  private static final int END_SIZE = 22;
  private static final int CENTRAL = 0x02014b50;
  private static final int CENTRAL_SIZE = 46;
  private static final int LOCAL = 0x04034b50;

  /** The bytes of a local header before its name. */
  static final int LOCAL_SIZE = 30;

  private static final int LONGEST_COMMENT = 0xffff;

  /** How much of a jar is enough to find out how much is needed. */
  static final int ENOUGH = END_SIZE + LONGEST_COMMENT;

  /** The size stands in a field of ZIP64. */
  private static final long ELSEWHERE = 0xffffffffL;

  private static final int ENCRYPTED = 1;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  private final byte[] bytes;
  private final int end;
  private final int[] entries;

  private CentralDirectory(byte[] bytes, int end, int[] entries) {
    this.bytes = bytes;
    this.end = end;
    this.entries = entries;
  }

  /** The directory in the last bytes of a jar; null if there is anything unusual in it. */
  static @Nullable CentralDirectory in(byte[] bytes) {
    int end = end(bytes);
    if (end < 0 || needs(bytes) > bytes.length) {
      return null;
    }
    int[] entries = new int[u2(bytes, end + 10)];
    int at = (int) (end - u4(bytes, end + 12));
    for (int i = 0; i < entries.length; i++) {
      if (end - at < CENTRAL_SIZE || !isPlain(bytes, at)) {
        return null;
      }
      entries[i] = at;
      at += CENTRAL_SIZE + u2(bytes, at + 28) + u2(bytes, at + 30) + u2(bytes, at + 32);
    }
    boolean isWhole = at == end && u2(bytes, end + 8) == entries.length;
    return isWhole && entries.length != 0xffff ? new CentralDirectory(bytes, end, entries) : null;
  }

  /** How many of the last bytes of a jar hold its directory; 0 if that cannot be said. */
  static long needs(byte[] bytes) {
    int end = end(bytes);
    return end < 0 ? 0 : u4(bytes, end + 12) + bytes.length - end;
  }

  private static int end(byte[] bytes) {
    int lowest = Math.max(0, bytes.length - ENOUGH);
    for (int at = bytes.length - END_SIZE; at >= lowest; at--) {
      if (bytes[at] == 'P' && i4(bytes, at) == END) {
        // A comment that holds the same four bytes is unusual enough.
        return at + END_SIZE + u2(bytes, at + 20) == bytes.length ? at : -1;
      }
    }
    return -1;
  }

  private static boolean isPlain(byte[] bytes, int at) {
    int method = u2(bytes, at + 10);
    return i4(bytes, at) == CENTRAL
        && (u2(bytes, at + 8) & ENCRYPTED) == 0
        && (method == DEFLATED || method == STORED)
        && u4(bytes, at + 24) != ELSEWHERE;
  }

  /** Where the directory ends in the array. */
  int end() {
    return end;
  }

  /** Where its entries begin in the array, in their order. */
  int[] entries() {
    return entries;
  }

  /** Where the jar begins, after what may stand before it; all offsets in it count from there. */
  long before(long length) {
    return length - bytes.length + end - u4(bytes, end + 12) - u4(bytes, end + 16);
  }

  /** The name of an entry; null if it is not ASCII, or leads out of the directory. */
  @Nullable String name(int entry) {
    int from = entry + CENTRAL_SIZE;
    int to = from + u2(bytes, entry + 28);
    if (to > end) {
      return null;
    }
    for (int at = from; at < to; at++) {
      if (bytes[at] <= 0) {
        return null;
      }
    }
    return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
  }

  /** Whether this is the name of an entry, in whatever case. */
  boolean isNamed(int entry, byte[] lowerCase) {
    int from = entry + CENTRAL_SIZE;
    if (u2(bytes, entry + 28) != lowerCase.length || from + lowerCase.length > end) {
      return false;
    }
    for (int i = 0; i < lowerCase.length; i++) {
      if (Character.toLowerCase(bytes[from + i]) != lowerCase[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether the content of an entry is as it is, and not compressed. */
  boolean isStored(int entry) {
    return u2(bytes, entry + 10) == STORED;
  }

  long checksum(int entry) {
    return u4(bytes, entry + 16);
  }

  long compressed(int entry) {
    return u4(bytes, entry + 20);
  }

  long size(int entry) {
    return u4(bytes, entry + 24);
  }

  /** Where the local header of an entry begins, counted from where the jar does. */
  long local(int entry) {
    return u4(bytes, entry + 42);
  }

  static int u2(byte[] bytes, int at) {
    return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
  }

  static long u4(byte[] bytes, int at) {
    return i4(bytes, at) & 0xffffffffL;
  }

  static int i4(byte[] bytes, int at) {
    return (bytes[at] & 0xff)
        | (bytes[at + 1] & 0xff) << 8
        | (bytes[at + 2] & 0xff) << 16
        | bytes[at + 3] << 24;
  }

  /** Where the content after a local header begins. */
  static int contentOf(byte[] bytes, int local) {
    return local + LOCAL_SIZE + u2(bytes, local + 26) + u2(bytes, local + 28);
  }

  /** Whether a local header begins there. */
  static boolean isLocal(byte[] bytes, int at) {
    return i4(bytes, at) == LOCAL;
  }
}
