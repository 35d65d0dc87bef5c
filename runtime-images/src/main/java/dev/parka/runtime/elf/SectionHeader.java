package dev.parka.runtime.elf;

import java.nio.ByteBuffer;

/**
 * One section, as linkers and debuggers see the file.
 *
 * @param nameOffset where its name is among the names
 * @param kind its type and flags
 * @param offset where its bytes are in the file
 * @param size how many there are
 * @param links which other sections it speaks of
 */
public record SectionHeader(int nameOffset, Kind kind, long offset, long size, Links links) {

  /** The number of bytes of a section header. */
  public static final int LENGTH = 64;

  /** {@code SHT_NULL}: none. */
  public static final int NULL = 0;

  /** {@code SHT_SYMTAB}: the symbols that no loader reads. */
  public static final int SYMBOLS = 2;

  /** {@code SHT_STRTAB}: names. */
  public static final int STRINGS = 3;

  /** {@code SHT_NOBITS}: it has no bytes in the file, whatever its size. */
  public static final int NO_BITS = 8;

  /** {@code SHT_SYMTAB_SHNDX}: more about symbols. */
  public static final int SYMBOL_SECTIONS = 18;

  /** {@code SHT_RELA}: what is to be put where, {@code Elf64_Rela} each. */
  public static final int RELOCATIONS = 4;

  /** {@code SHT_DYNSYM}: the symbols that the loader reads. */
  public static final int LOADER_SYMBOLS = 11;

  private static final int REL = 9;
  private static final long ALLOCATED = 2;
  private static final long INFO_IS_LINK = 0x40;

  static SectionHeader at(ByteBuffer table, int start) {
    return new SectionHeader(
        table.getInt(start),
        new Kind(table.getInt(start + 4), table.getLong(start + 8), table.getLong(start + 48)),
        table.getLong(start + 24),
        table.getLong(start + 32),
        new Links(table.getInt(start + 40), table.getInt(start + 44)));
  }

  /** The section's number of bytes in the file. */
  public long fileSize() {
    return kind.type == NO_BITS || kind.type == NULL ? 0 : size;
  }

  /** The offset of the first byte of the file behind it. */
  public long end() {
    return offset + fileSize();
  }

  /** Whether {@code sh_info} is the index of a section. */
  public boolean infoIsLink() {
    return kind.type == RELOCATIONS || kind.type == REL || (kind.flags & INFO_IS_LINK) != 0;
  }

  /**
   * What a section is.
   *
   * @param type {@code sh_type}
   * @param flags {@code sh_flags}
   * @param alignment what its offset is a multiple of; 0 and 1 mean nothing
   */
  public record Kind(int type, long flags, long alignment) {

    /** Whether it is a part of the running program. */
    public boolean isAllocated() {
      return (flags & ALLOCATED) != 0;
    }
  }

  /**
   * What a section refers to.
   *
   * @param link {@code sh_link}: the index of a section
   * @param info {@code sh_info}: the index of a section, or something else
   */
  public record Links(int link, int info) {}
}
