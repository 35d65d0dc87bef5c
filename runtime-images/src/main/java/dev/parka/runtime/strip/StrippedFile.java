package dev.parka.runtime.strip;

import dev.parka.runtime.elf.ElfHeader;
import dev.parka.runtime.elf.SectionHeader;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes a file without its removed sections. */
final class StrippedFile {

  private static final int TABLE_ALIGNMENT = 8;

  private final byte[] file;
  private final ElfHeader header;
  private final Sections sections;
  private final ByteArrayOutputStream out;
  private final Map<Integer, Long> newOffsets = new HashMap<>();

  private StrippedFile(byte[] file, ElfHeader header, Sections sections) {
    this.file = file;
    this.header = header;
    this.sections = sections;
    this.out = new ByteArrayOutputStream(file.length);
  }

  static byte[] of(byte[] file, ElfHeader header, Sections sections) {
    return new StrippedFile(file, header, sections).write();
  }

  private byte[] write() {
    // Whatever lies in here stays, removed or not: it is loaded, or between what is.
    out.write(file, 0, Math.toIntExact(sections.loadedEnd()));
    for (int i : sections.moving()) {
      SectionHeader section = sections.header(i);
      align(Math.max(1, section.kind().alignment()));
      newOffsets.put(i, (long) out.size());
      out.write(file, (int) section.offset(), (int) section.fileSize());
    }
    align(TABLE_ALIGNMENT);
    long table = out.size();
    List<Integer> listed = sections.listed();
    listed.forEach(i -> out.writeBytes(newHeader(i)));
    byte[] result = out.toByteArray();
    ByteBuffer.wrap(result)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(40, table)
        .putShort(60, (short) listed.size())
        .putShort(62, (short) sections.newIndex(header.nameSection()));
    return result;
  }

  private byte[] newHeader(int index) {
    byte[] bytes = new byte[SectionHeader.LENGTH];
    if (sections.isRemoved(index)) {
      return bytes;
    }
    int from = Math.toIntExact(header.sections().offset()) + index * SectionHeader.LENGTH;
    System.arraycopy(file, from, bytes, 0, bytes.length);
    SectionHeader section = sections.header(index);
    ByteBuffer entry = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    entry.putLong(24, newOffsets.getOrDefault(index, section.offset()));
    entry.putInt(40, sections.newIndex(section.links().link()));
    if (section.infoIsLink()) {
      entry.putInt(44, sections.newIndex(section.links().info()));
    }
    return bytes;
  }

  private void align(long alignment) {
    while (out.size() % alignment != 0) {
      out.write(0);
    }
  }
}
