package dev.parka.runtime.strip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes small libraries as linkers lay them out: one segment of constants, at the end of which are
 * the unwind tables, and one of data behind it, with a page of 4096 bytes.
 */
final class UnwoundElf {

  static final int PAGE = 4096;
  static final int TABLES_AT = 0x1100;
  static final int TABLES_END = 0x4f00;
  static final int DATA_AT = 0x5f10;
  static final String DATA = "the data that programs write";

  private static final int SYMBOLS_AT = 0x400;
  private static final int RELOCATIONS_AT = 0x480;
  private static final int STRINGS_AT = 0x500;
  private static final int CONSTANTS_AT = 0x1000;
  private static final int NAMES_AT = 0x6000;
  private static final int HEADERS_AT = 0x6100;
  private static final int ALLOCATED = 2;
  private static final int WRITABLE = 3;

  private record Section(String name, int type, int flags, int offset, int size, int link) {}

  private String imported = "malloc";
  private long relocated = DATA_AT;
  private int constantsEnd = TABLES_END;
  private int pageSize = PAGE;

  UnwoundElf importing(String name) {
    imported = name;
    return this;
  }

  UnwoundElf pointingTo(long address) {
    relocated = address;
    return this;
  }

  /** The segment of constants goes on behind the tables. */
  UnwoundElf withConstantsBehind() {
    constantsEnd = TABLES_END + 16;
    return this;
  }

  UnwoundElf aligned(int alignment) {
    pageSize = alignment;
    return this;
  }

  byte[] bytes() {
    ByteBuffer out = ByteBuffer.allocate(HEADERS_AT + 10 * 64).order(ByteOrder.LITTLE_ENDIAN);
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("", 0, 0, 0, 0, 0));
    sections.add(new Section(".dynsym", 11, ALLOCATED, SYMBOLS_AT, 48, 3));
    sections.add(new Section(".rela.dyn", 4, ALLOCATED, RELOCATIONS_AT, 24, 1));
    sections.add(new Section(".dynstr", 3, ALLOCATED, STRINGS_AT, 64, 0));
    sections.add(new Section(".rodata", 1, ALLOCATED, CONSTANTS_AT, 0x100, 0));
    sections.add(new Section(".eh_frame_hdr", 1, ALLOCATED, TABLES_AT, 0x400, 0));
    sections.add(new Section(".eh_frame", 1, ALLOCATED, TABLES_AT + 0x400, 0x3a00, 0));
    sections.add(new Section(".data", 1, WRITABLE, DATA_AT, DATA.length(), 0));
    sections.add(new Section(".comment", 1, 0, DATA_AT + DATA.length(), 16, 0));
    sections.add(new Section(".shstrtab", 3, 0, NAMES_AT, 0x100, 0));
    out.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}).position(16);
    out.putShort((short) 3).putShort((short) 62).putInt(1).putLong(0).putLong(64);
    out.putLong(HEADERS_AT).putInt(0).putShort((short) 64).putShort((short) 56);
    out.putShort((short) 3).putShort((short) 64).putShort((short) sections.size());
    out.putShort((short) (sections.size() - 1));
    segment(out, 1, 0, 0, constantsEnd);
    segment(out, 1, DATA_AT, DATA_AT, DATA.length());
    segment(out, 0x6474e550, TABLES_AT, TABLES_AT, 0x400);
    out.position(TABLES_AT);
    while (out.position() < TABLES_END) {
      out.put((byte) 0xee);
    }
    text(out, SYMBOLS_AT + 24, "\1");
    text(out, STRINGS_AT + 1, imported);
    out.putLong(RELOCATIONS_AT, DATA_AT).putLong(RELOCATIONS_AT + 16, relocated);
    text(out, CONSTANTS_AT, "constants");
    text(out, DATA_AT, DATA);
    int nameAt = NAMES_AT;
    out.position(HEADERS_AT);
    for (Section section : sections) {
      text(out, nameAt, section.name);
      out.putInt(nameAt - NAMES_AT).putInt(section.type).putLong(section.flags);
      out.putLong((section.flags & ALLOCATED) == 0 ? 0 : section.offset).putLong(section.offset);
      out.putLong(section.size).putInt(section.link).putInt(0).putLong(8).putLong(0);
      nameAt += section.name.length() + 1;
    }
    return out.array();
  }

  private void segment(ByteBuffer out, int type, long offset, long address, long size) {
    out.putInt(type).putInt(4).putLong(offset).putLong(address).putLong(address);
    out.putLong(size).putLong(size).putLong(pageSize);
  }

  private static void text(ByteBuffer out, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    out.put(at, bytes);
  }
}
