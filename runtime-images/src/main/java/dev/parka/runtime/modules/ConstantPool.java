package dev.parka.runtime.modules;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;

/**
 * The constant pool of a class file (JVMS 4.4): where each constant lies, with every index and
 * length checked before it is followed.
 */
final class ConstantPool {

  static final int UTF8 = 1;
  static final int CLASS = 7;
  static final int STRING = 8;
  static final int NAME_AND_TYPE = 12;
  static final int METHOD_TYPE = 16;

  private final ClassBytes bytes;

  /** The offset of each constant's tag; 0 where there is no constant, as after a long. */
  private final int[] offsets;

  private ConstantPool(ClassBytes bytes, int[] offsets) {
    this.bytes = bytes;
    this.offsets = offsets;
  }

  /** Reads the pool that starts where the bytes stand and leaves them standing after it. */
  static ConstantPool read(ClassBytes bytes) throws BadClassFileException {
    int count = bytes.u2();
    if (count == 0) {
      throw new BadClassFileException("its constant pool is empty");
    }
    int[] offsets = new int[count];
    for (int index = 1; index < count; index++) {
      offsets[index] = bytes.position();
      int tag = bytes.u1();
      switch (tag) {
        case UTF8 -> bytes.skip(bytes.u2());
        case 3, 4, 9, 10, 11, NAME_AND_TYPE, 17, 18 -> bytes.skip(4);
        case 5, 6 -> {
          bytes.skip(8);
          index++;
        }
        case CLASS, STRING, METHOD_TYPE, 19, 20 -> bytes.skip(2);
        case 15 -> bytes.skip(3);
        default -> throw new BadClassFileException("its constant pool has a tag " + tag);
      }
    }
    return new ConstantPool(bytes, offsets);
  }

  /** One more than the highest index. */
  int size() {
    return offsets.length;
  }

  /** The tag at an index; 0 where there is no constant. */
  int tag(int index) {
    return offsets[index] == 0 ? 0 : bytes.u1At(offsets[index]);
  }

  /** The text of the Utf8 constant at an index. */
  String utf8(int index) throws BadClassFileException {
    int offset = offset(index, UTF8);
    int length = bytes.u2At(offset + 1);
    if (bytes.isAscii(offset + 3, length)) {
      return bytes.ascii(offset + 3, length);
    }
    try (DataInputStream in =
        new DataInputStream(
            new ByteArrayInputStream(bytes.array(), offset + 1, length + Short.BYTES))) {
      return in.readUTF();
    } catch (IOException e) {
      throw new BadClassFileException("its constant pool has text that is no modified UTF-8");
    }
  }

  /** The text that the constant at an index with this tag points to, with its first index. */
  String text(int index, int tag) throws BadClassFileException {
    return utf8(bytes.u2At(offset(index, tag) + 1));
  }

  /** The descriptor of the NameAndType constant at an index. */
  String descriptor(int index) throws BadClassFileException {
    return utf8(bytes.u2At(offset(index, NAME_AND_TYPE) + 3));
  }

  /** Whether the String constant at an index has the shape of a qualified class name. */
  boolean couldBeClassName(int index) throws BadClassFileException {
    int offset = offset(bytes.u2At(offset(index, STRING) + 1), UTF8);
    return bytes.isDottedName(offset + 3, bytes.u2At(offset + 1));
  }

  private int offset(int index, int tag) throws BadClassFileException {
    if (index >= offsets.length || tag(index) != tag) {
      throw new BadClassFileException(
          "its constant pool has no constant of kind " + tag + " at " + index);
    }
    return offsets[index];
  }
}
