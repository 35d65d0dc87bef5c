package dev.parka.runtime.strip;

import dev.parka.runtime.elf.ElfHeader;
import dev.parka.runtime.elf.ElfInput;
import dev.parka.runtime.elf.ElfKind;
import dev.parka.runtime.elf.SectionHeader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Makes small ELF files with sections: section 1 is loaded, the rest follow as they are added. */
final class SectionedElf {

  private static final int CONTENT_AT = 64 + 56;

  private final List<Section> sections = new ArrayList<>();

  private record Section(String name, int type, long flags, int link, String content) {}

  static SectionedElf loaded() {
    SectionedElf elf = new SectionedElf();
    elf.sections.add(new Section("", 0, 0, 0, ""));
    return elf.section(".text", 1, 2, "code");
  }

  static SectionedElf ordinary() {
    return loaded().section(".comment", 1, 0, "made by a test").debug().symbols();
  }

  SectionedElf section(String name, int type, long flags, String content) {
    sections.add(new Section(name, type, flags, 0, content));
    return this;
  }

  SectionedElf linked(String name, int type, int link) {
    sections.add(new Section(name, type, 0, link, "12345678"));
    return this;
  }

  SectionedElf symbols() {
    sections.add(new Section(".symtab", 2, 0, sections.size() + 1, "symbol symbol"));
    return section(".strtab", 3, 0, "internal_name\0");
  }

  SectionedElf debug() {
    return section(".debug_line", 1, 0, "line numbers");
  }

  byte[] bytes() {
    int nameSection = sections.size();
    section(".shstrtab", 3, 0, "");
    ByteArrayOutputStream names = new ByteArrayOutputStream();
    List<Integer> nameOffsets = new ArrayList<>();
    for (Section section : sections) {
      nameOffsets.add(names.size());
      names.writeBytes((section.name + "\0").getBytes(StandardCharsets.UTF_8));
    }
    ByteArrayOutputStream contents = new ByteArrayOutputStream();
    ByteArrayOutputStream headers = new ByteArrayOutputStream();
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      byte[] content =
          i == nameSection ? names.toByteArray() : section.content.getBytes(StandardCharsets.UTF_8);
      ByteBuffer header = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
      header.putInt(nameOffsets.get(i)).putInt(section.type).putLong(section.flags);
      header.putLong(0).putLong(CONTENT_AT + contents.size()).putLong(content.length);
      header.putInt(section.link).putInt(0).putLong(1).putLong(0);
      headers.writeBytes(header.array());
      contents.writeBytes(content);
    }
    int end = CONTENT_AT + contents.size();
    ByteBuffer out = ByteBuffer.allocate(end + headers.size()).order(ByteOrder.LITTLE_ENDIAN);
    out.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}).position(16);
    out.putShort((short) 3).putShort((short) 62).putInt(1).putLong(0).putLong(64).putLong(end);
    out.putInt(0).putShort((short) 64).putShort((short) 56).putShort((short) 1);
    out.putShort((short) 64).putShort((short) sections.size()).putShort((short) nameSection);
    int loaded = CONTENT_AT + sections.get(1).content.length();
    out.putInt(1).putInt(5).putLong(0).putLong(0).putLong(0);
    out.putLong(loaded).putLong(loaded).putLong(1);
    return out.put(contents.toByteArray()).put(headers.toByteArray()).array();
  }

  static List<String> names(byte[] file) throws IOException {
    try (ElfInput input = ElfInput.of("result", file)) {
      ElfHeader header = ElfHeader.read(input, ElfKind.read(input).orElseThrow());
      List<SectionHeader> sections = header.readSections(input);
      long namesAt = sections.get(header.nameSection()).offset();
      List<String> names = new ArrayList<>();
      for (SectionHeader section : sections) {
        names.add(input.string(namesAt + section.nameOffset()));
      }
      return names;
    }
  }

  static String content(byte[] file, String name) throws IOException {
    try (ElfInput input = ElfInput.of("result", file)) {
      ElfHeader header = ElfHeader.read(input, ElfKind.read(input).orElseThrow());
      SectionHeader section = header.readSections(input).get(names(file).indexOf(name));
      return new String(
          input.read(section.offset(), section.size()).array(), StandardCharsets.UTF_8);
    }
  }
}
