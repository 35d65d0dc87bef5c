package dev.parka.runtime.classes;

/** The bytes of a class file and a place in them; no read leads out of them. */
final class ClassBytes {

  private final byte[] bytes;
  private final int end;
  private int position;

  ClassBytes(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private ClassBytes(byte[] bytes, int position, int end) {
    this.bytes = bytes;
    this.position = position;
    this.end = end;
  }

  /** A part to read from its begin; offsets stay those of the whole. */
  ClassBytes part(int begin, int end) throws BadClassFileException {
    if (begin < 0 || begin > end || end > bytes.length) {
      throw new BadClassFileException("it ends too early");
    }
    return new ClassBytes(bytes, begin, end);
  }

  /** The rest from an offset on. */
  ClassBytes from(int begin) throws BadClassFileException {
    return part(begin, bytes.length);
  }

  byte[] array() {
    return bytes;
  }

  int position() {
    return position;
  }

  boolean atEnd() {
    return position == end;
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
    if (count > end - position) {
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
}
