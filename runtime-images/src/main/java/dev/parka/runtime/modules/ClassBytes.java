package dev.parka.runtime.modules;

import java.nio.charset.StandardCharsets;

/** The bytes of a class file and a place in them; no read leads out of them. */
final class ClassBytes {

  /** The longest text that is looked at as a possible class name; JDK classes have shorter ones. */
  private static final int LONGEST_NAME = 200;

  private final byte[] bytes;
  private int position;

  ClassBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] array() {
    return bytes;
  }

  int position() {
    return position;
  }

  boolean atEnd() {
    return position == bytes.length;
  }

  int u1() throws BadClassFileException {
    skip(1);
    return u1At(position - 1);
  }

  int u2() throws BadClassFileException {
    skip(2);
    return u2At(position - 2);
  }

  /** The next four bytes, unsigned. */
  long u4() throws BadClassFileException {
    skip(4);
    return ((long) u2At(position - 4) << 16) | u2At(position - 2);
  }

  void skip(long count) throws BadClassFileException {
    if (count > bytes.length - position) {
      throw new BadClassFileException("it ends too early");
    }
    position += (int) count;
  }

  /** A byte at an offset that has been skipped or read before. */
  int u1At(int offset) {
    return bytes[offset] & 0xff;
  }

  /** Two bytes at an offset that has been skipped or read before. */
  int u2At(int offset) {
    return (u1At(offset) << 8) | u1At(offset + 1);
  }

  boolean isAscii(int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] <= 0) {
        return false;
      }
    }
    return true;
  }

  String ascii(int offset, int length) {
    return new String(bytes, offset, length, StandardCharsets.US_ASCII);
  }

  /** Whether this is ASCII letters, digits, {@code _}, {@code $} and at least one inner dot. */
  boolean isDottedName(int offset, int length) {
    if (length > LONGEST_NAME || length < 3 || bytes[offset] == '.') {
      return false;
    }
    boolean dotted = false;
    for (int i = offset; i < offset + length; i++) {
      int c = bytes[i];
      if (c == '.') {
        dotted = true;
      } else if (c <= 0 || !Character.isJavaIdentifierPart(c)) {
        return false;
      }
    }
    return dotted && bytes[offset + length - 1] != '.';
  }
}
