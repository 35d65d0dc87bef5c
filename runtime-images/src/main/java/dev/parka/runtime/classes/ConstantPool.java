package dev.parka.runtime.classes;

import org.jspecify.annotations.Nullable;

/**
 * The constant pool of a class file (JVMS 4.4): where each constant lies, with every index and
 * length checked before it is followed.
 */
final class ConstantPool {

  static final int UTF8 = 1;
  static final int CLASS = 7;
  static final int STRING = 8;
  static final int FIELD = 9;
  static final int METHOD = 10;
  static final int INTERFACE_METHOD = 11;
  static final int NAME_AND_TYPE = 12;
  static final int METHOD_HANDLE = 15;
  static final int METHOD_TYPE = 16;
  static final int DYNAMIC = 17;
  static final int INVOKE_DYNAMIC = 18;

  private final ClassBytes bytes;
  private final NameTable names;

  /** The offset of each constant's tag; 0 where there is no constant, as after a long. */
  private final int[] offsets;

  /** The texts that were asked for. */
  private final NameTable.@Nullable Name[] texts;

  private ConstantPool(ClassBytes bytes, NameTable names, int[] offsets) {
    this.bytes = bytes;
    this.names = names;
    this.offsets = offsets;
    this.texts = new NameTable.Name[offsets.length];
  }

  /** Reads the pool that starts where the bytes stand and leaves them standing after it. */
  static ConstantPool read(ClassBytes bytes, NameTable names) throws BadClassFileException {
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
        case 3, 4, FIELD, METHOD, INTERFACE_METHOD, NAME_AND_TYPE, DYNAMIC, INVOKE_DYNAMIC ->
            bytes.skip(4);
        case 5, 6 -> {
          bytes.skip(8);
          index++;
        }
        case CLASS, STRING, METHOD_TYPE, 19, 20 -> bytes.skip(2);
        case METHOD_HANDLE -> bytes.skip(3);
        default -> throw new BadClassFileException("its constant pool has a tag " + tag);
      }
    }
    return new ConstantPool(bytes, names, offsets);
  }

  /** Begins to count names. */
  NameTable.Counted count() {
    return names.count();
  }

  /** One more than the highest index. */
  int size() {
    return offsets.length;
  }

  /** The tag at an index; 0 where there is no constant. */
  int tag(int index) {
    return index >= offsets.length || offsets[index] == 0 ? 0 : bytes.u1At(offsets[index]);
  }

  /** The text of the Utf8 constant at an index. */
  String utf8(int index) throws BadClassFileException {
    return name(index).text;
  }

  /** The text that the constant at an index with this tag points to, with its first index. */
  String text(int index, int tag) throws BadClassFileException {
    return utf8(first(index, tag));
  }

  /** The class in the constant at an index: one, or none for {@code [I}. */
  NameTable.Name[] classes(int index) throws BadClassFileException {
    NameTable.Name name = name(first(index, CLASS));
    return name.text.startsWith("[") ? names.inDescriptor(name) : new NameTable.Name[] {name};
  }

  /** The classes in the descriptor at an index of a Utf8 constant. */
  NameTable.Name[] descriptorClasses(int utf8) throws BadClassFileException {
    return names.inDescriptor(name(utf8));
  }

  /** The first of the two indexes, or the only one, of the constant at an index. */
  int first(int index, int tag) throws BadClassFileException {
    return bytes.u2At(offset(index, tag) + 1);
  }

  /** The second of the two indexes of the constant at an index. */
  int second(int index, int tag) throws BadClassFileException {
    return bytes.u2At(offset(index, tag) + 3);
  }

  /** The index of the field or method of the MethodHandle constant at an index. */
  int handled(int index) throws BadClassFileException {
    return bytes.u2At(offset(index, METHOD_HANDLE) + 2);
  }

  /** The kind of the MethodHandle constant at an index (JVMS 4.4.8). */
  int handleKind(int index) throws BadClassFileException {
    return bytes.u1At(offset(index, METHOD_HANDLE) + 1);
  }

  /** The length in bytes of the text of the String constant at an index. */
  int stringLength(int index) throws BadClassFileException {
    return bytes.u2At(offset(first(index, STRING), UTF8) + 1);
  }

  private NameTable.Name name(int index) throws BadClassFileException {
    int offset = offset(index, UTF8);
    NameTable.Name known = texts[index];
    if (known == null) {
      known = names.of(bytes.array(), offset + 3, bytes.u2At(offset + 1));
      texts[index] = known;
    }
    return known;
  }

  private int offset(int index, int tag) throws BadClassFileException {
    if (index >= offsets.length || tag(index) != tag) {
      throw new BadClassFileException(
          "its constant pool has no constant of kind " + tag + " at " + index);
    }
    return offsets[index];
  }
}
