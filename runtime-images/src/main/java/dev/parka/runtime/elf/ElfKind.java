package dev.parka.runtime.elf;

import dev.parka.runtime.jdk.Architecture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the first twenty bytes of an ELF file say.
 *
 * @param bits 32 or 64
 * @param littleEndian whether numbers have their low byte first
 * @param type {@code e_type}, such as {@link #EXECUTABLE}
 * @param machine {@code e_machine}
 */
public record ElfKind(int bits, boolean littleEndian, int type, int machine) {

  /** {@code ET_EXEC}: a program at a fixed address. */
  public static final int EXECUTABLE = 2;

  /** {@code ET_DYN}: a shared library, or a program at any address. */
  public static final int SHARED_OBJECT = 3;

  private static final int LENGTH = 20;

  private static final int MAGIC = 'F' << 24 | 'L' << 16 | 'E' << 8 | 0x7f;

  /**
   * Reads the start of a file; empty if it is no ELF file.
   *
   * @throws dev.parka.runtime.ParkaException [BadElfFile] if it says that it is, and is damaged
   */
  public static Optional<ElfKind> read(Path file) throws IOException {
    try (ElfInput input = ElfInput.open(file)) {
      return read(input);
    }
  }

  /**
   * Reads the start of these bytes; empty if they are no ELF file.
   *
   * @throws dev.parka.runtime.ParkaException [BadElfFile] if they say that they are, and are
   *     damaged
   */
  public static Optional<ElfKind> read(ElfInput input) throws IOException {
    if (input.size() < 4 || input.read(0, 4).getInt() != MAGIC) {
      return Optional.empty();
    }
    ByteBuffer start = input.read(0, LENGTH);
    int elfClass = start.get(4);
    int data = start.get(5);
    if (elfClass < 1 || elfClass > 2 || data < 1 || data > 2) {
      throw input.damaged("it is of class " + elfClass + " and byte order " + data);
    }
    boolean littleEndian = data == 1;
    return Optional.of(
        new ElfKind(
            elfClass == 1 ? 32 : 64,
            littleEndian,
            unsigned(start.getShort(16), littleEndian),
            unsigned(start.getShort(18), littleEndian)));
  }

  /** The architecture that it is for, if it is one that images are made for. */
  public Optional<Architecture> architecture() {
    return isReadable() ? Architecture.ofElfMachine(machine) : Optional.empty();
  }

  /** Whether more than the kind is read of it. */
  public boolean isReadable() {
    return bits == 64 && littleEndian;
  }

  private static int unsigned(short value, boolean littleEndian) {
    return Short.toUnsignedInt(littleEndian ? value : Short.reverseBytes(value));
  }
}
