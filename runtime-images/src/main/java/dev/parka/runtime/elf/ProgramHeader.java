package dev.parka.runtime.elf;

import java.nio.ByteBuffer;

/**
 * One segment: what the kernel or the loader does with a part of the file.
 *
 * @param type {@code p_type}
 * @param offset where its bytes are in the file
 * @param address where they go in memory
 * @param size how many bytes of the file it has
 */
public record ProgramHeader(int type, long offset, long address, long size) {

  /** {@code PT_LOAD}: it is mapped into memory. */
  public static final int LOAD = 1;

  /** {@code PT_DYNAMIC}: it holds the dynamic section. */
  public static final int DYNAMIC = 2;

  /** {@code PT_INTERP}: it holds the path of the loader. */
  public static final int INTERPRETER = 3;

  static final int LENGTH = 56;

  static ProgramHeader at(ByteBuffer table, int start) {
    return new ProgramHeader(
        table.getInt(start),
        table.getLong(start + 8),
        table.getLong(start + 16),
        table.getLong(start + 32));
  }

  /** Whether this address lies in what the file has of it. */
  boolean holds(long where) {
    return Long.compareUnsigned(where, address) >= 0
        && Long.compareUnsigned(where - address, size) < 0;
  }
}
