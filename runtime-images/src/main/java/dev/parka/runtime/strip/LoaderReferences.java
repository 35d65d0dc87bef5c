package dev.parka.runtime.strip;

import dev.parka.runtime.elf.ElfInput;
import dev.parka.runtime.elf.ProgramHeader;
import dev.parka.runtime.elf.SectionHeader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;

/** What the loader does with a file: what it puts where, and which names it looks up. */
final class LoaderReferences {

  /** Of {@code Elf64_Sym} and of {@code Elf64_Rela} alike. */
  private static final int ENTRY = 24;

  /** A file that calls these hands its unwind tables over by itself. */
  private static final Set<String> REGISTRATION =
      Set.of("__register_frame_info", "__register_frame", "__register_frame_info_bases");

  private final ElfInput input;
  private final List<SectionHeader> sections;

  LoaderReferences(ElfInput input, List<SectionHeader> sections) {
    this.input = input;
    this.sections = sections;
  }

  /** Whether one of them leads to these tables, or to a function that takes them. */
  boolean leadTo(UnwindTables tables, ProgramHeader holder) throws IOException {
    long start = tables.address(holder);
    long length = tables.length();
    for (SectionHeader section : sections) {
      int type = section.kind().type();
      if (!section.kind().isAllocated()) {
        continue;
      }
      if ((type == SectionHeader.RELOCATIONS && relocationsLeadTo(section, start, length))
          || (type == SectionHeader.LOADER_SYMBOLS && symbolsLeadTo(section, tables))) {
        return true;
      }
    }
    return false;
  }

  private boolean relocationsLeadTo(SectionHeader section, long start, long length)
      throws IOException {
    ByteBuffer entries = input.read(section.offset(), section.size());
    for (int at = 0; at + ENTRY <= entries.limit(); at += ENTRY) {
      if (isWithin(entries.getLong(at), start, length)
          || isWithin(entries.getLong(at + 16), start, length)) {
        return true;
      }
    }
    return false;
  }

  private boolean symbolsLeadTo(SectionHeader section, UnwindTables tables) throws IOException {
    int names = section.links().link();
    if (names < 0 || names >= sections.size()) {
      throw input.damaged("it refers to section " + names + " of " + sections.size());
    }
    ByteBuffer entries = input.read(section.offset(), section.size());
    for (int at = 0; at + ENTRY <= entries.limit(); at += ENTRY) {
      long nameAt = sections.get(names).offset() + Integer.toUnsignedLong(entries.getInt(at));
      if (tables.numbers().get(Short.toUnsignedInt(entries.getShort(at + 6)))
          || REGISTRATION.contains(input.string(nameAt))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWithin(long address, long start, long length) {
    return Long.compareUnsigned(address - start, length) < 0;
  }
}
