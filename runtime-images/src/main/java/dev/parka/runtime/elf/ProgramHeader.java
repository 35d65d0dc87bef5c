package dev.parka.runtime.elf;

import java.nio.ByteBuffer;

/**
 * One segment: what the kernel or the loader does with a part of the file.
 *
 * @param type {@code p_type}
 * @param offset where its bytes are in the file
 * @param address where they go in memory
 * @param size how many bytes of the file it has
 * @param memory how it lies in memory
 */
public record ProgramHeader(int type, long offset, long address, long size, Memory memory) {

  /** {@code PT_LOAD}: it is mapped into memory. */
  public static final int LOAD = 1;

  /** {@code PT_DYNAMIC}: it holds the dynamic section. */
  public static final int DYNAMIC = 2;

  /** {@code PT_INTERP}: it holds the path of the loader. */
  public static final int INTERPRETER = 3;

  /** {@code PT_GNU_EH_FRAME}: it leads to the unwind tables. */
  public static final int UNWIND_TABLE = 0x6474e550;

  /** The number of bytes of a program header. */
  public static final int LENGTH = 56;

  static ProgramHeader at(ByteBuffer table, int start) {
    return new ProgramHeader(
        table.getInt(start),
        table.getLong(start + 8),
        table.getLong(start + 16),
        table.getLong(start + 32),
        new Memory(table.getLong(start + 40), table.getLong(start + 48)));
  }

  /** The offset of the first byte of the file behind it. */
  public long end() {
    return offset + size;
  }

  /** Whether this address lies in what the file has of it. */
  boolean holds(long where) {
    return Long.compareUnsigned(where, address) >= 0
        && Long.compareUnsigned(where - address, size) < 0;
  }

  /**
   * How a segment lies in memory.
   *
   * @param size how many bytes it has there
   * @param alignment what address and offset have the same rest to; 0 and 1 mean nothing
   */
  public record Memory(long size, long alignment) {}
}
