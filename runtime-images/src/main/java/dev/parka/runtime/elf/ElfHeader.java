package dev.parka.runtime.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The header of a 64-bit little-endian file, and with it the way to its tables.
 *
 * @param kind what the file is
 * @param segments where the program headers are
 * @param sections where the section headers are
 * @param nameSection the index of the section that holds the sections' names
 */
public record ElfHeader(ElfKind kind, Table segments, Table sections, int nameSection) {

  /** Its own number of bytes. */
  public static final int LENGTH = 64;

  /** Counts from here on have a second meaning ({@code PN_XNUM}, {@code SHN_LORESERVE}). */
  private static final int RESERVED = 0xff00;

  /**
   * Reads the header of a file of this kind.
   *
   * @throws dev.parka.runtime.ParkaException [BadElfFile] if it is damaged
   */
  public static ElfHeader read(ElfInput input, ElfKind kind) throws IOException {
    if (!kind.isReadable()) {
      throw input.damaged("it is not 64-bit and little-endian");
    }
    ByteBuffer header = input.read(0, LENGTH);
    return new ElfHeader(
        kind,
        table(input, header, 32, 54, ProgramHeader.LENGTH),
        table(input, header, 40, 58, SectionHeader.LENGTH),
        Short.toUnsignedInt(header.getShort(62)));
  }

  /** All program headers, in the order of the file. */
  public List<ProgramHeader> readSegments(ElfInput input) throws IOException {
    ByteBuffer table = input.read(segments.offset(), segments.length());
    List<ProgramHeader> all = new ArrayList<>();
    for (int i = 0; i < segments.count(); i++) {
      all.add(ProgramHeader.at(table, i * ProgramHeader.LENGTH));
    }
    return List.copyOf(all);
  }

  /** All section headers, in the order of the file; the first one is empty. */
  public List<SectionHeader> readSections(ElfInput input) throws IOException {
    ByteBuffer table = input.read(sections.offset(), sections.length());
    List<SectionHeader> all = new ArrayList<>();
    for (int i = 0; i < sections.count(); i++) {
      all.add(SectionHeader.at(table, i * SectionHeader.LENGTH));
    }
    return List.copyOf(all);
  }

  /**
   * The names of these sections of the file; empty names where it has none.
   *
   * @throws dev.parka.runtime.ParkaException [BadElfFile] if they are not where it says
   */
  public List<String> readNames(ElfInput input, List<SectionHeader> all) throws IOException {
    if (nameSection >= all.size()) {
      throw input.damaged("its sections' names are in section " + nameSection);
    }
    long namesAt = all.get(nameSection).offset();
    List<String> names = new ArrayList<>();
    for (SectionHeader section : all) {
      long nameAt = namesAt + Integer.toUnsignedLong(section.nameOffset());
      names.add(nameSection == 0 ? "" : input.string(nameAt));
    }
    return List.copyOf(names);
  }

  private static Table table(
      ElfInput input, ByteBuffer header, int offsetAt, int entrySizeAt, int entrySize) {
    long offset = header.getLong(offsetAt);
    int size = Short.toUnsignedInt(header.getShort(entrySizeAt));
    int count = Short.toUnsignedInt(header.getShort(entrySizeAt + 2));
    if (count == 0) {
      return new Table(0, 0, entrySize);
    }
    if (size != entrySize || count >= RESERVED) {
      throw input.damaged("it has a table of " + count + " entries of " + size + " bytes");
    }
    return new Table(offset, count, entrySize);
  }

  /**
   * Where a table is.
   *
   * @param offset of its first entry in the file
   * @param count of its entries
   * @param entrySize bytes of each
   */
  public record Table(long offset, int count, int entrySize) {

    /** Its number of bytes. */
    public long length() {
      return (long) count * entrySize;
    }

    /** The offset of the first byte behind it. */
    public long end() {
      return offset + length();
    }
  }
}
