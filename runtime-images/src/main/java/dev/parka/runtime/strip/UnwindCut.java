package dev.parka.runtime.strip;

import dev.parka.runtime.elf.ElfHeader;
import dev.parka.runtime.elf.ProgramHeader;
import dev.parka.runtime.elf.SectionHeader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** Writes a file without its unwind tables. */
final class UnwindCut {

  /** The largest page of any architecture; what asks for more is not moved. */
  private static final long ALIGNMENT_LIMIT = 1 << 16;

  private static final int SECTIONS_AT = 40;
  private static final int OFFSET_IN_SEGMENT = 8;
  private static final int SIZE_IN_SEGMENT = 32;
  private static final int MEMORY_IN_SEGMENT = 40;
  private static final int OFFSET_IN_SECTION = 24;

  private final byte[] file;
  private final ElfHeader header;
  private final List<ProgramHeader> segments;
  private final List<SectionHeader> sections;

  UnwindCut(
      byte[] file, ElfHeader header, List<ProgramHeader> segments, List<SectionHeader> sections) {
    this.file = file;
    this.header = header;
    this.segments = segments;
    this.sections = sections;
  }

  byte[] without(UnwindTables tables) {
    byte[] whole = file.clone();
    Arrays.fill(whole, Math.toIntExact(tables.from()), Math.toIntExact(tables.to()), (byte) 0);
    ByteBuffer out = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
    long shift = shift(tables);
    for (int i = 0; i < segments.size(); i++) {
      rewriteSegment(out, i, tables, shift);
    }
    for (int i = 0; i < sections.size(); i++) {
      rewriteSection(out, i, tables, shift);
    }
    if (shift == 0) {
      return whole;
    }
    if (header.sections().offset() >= tables.to()) {
      out.putLong(SECTIONS_AT, header.sections().offset() - shift);
    }
    int cut = Math.toIntExact(next(tables) - shift);
    byte[] shorter = Arrays.copyOf(whole, Math.toIntExact(whole.length - shift));
    // Between tables and the next segment a linker may have left anything.
    Arrays.fill(shorter, (int) tables.from(), cut, (byte) 0);
    System.arraycopy(whole, (int) (cut + shift), shorter, cut, shorter.length - cut);
    return shorter;
  }

  private void rewriteSegment(ByteBuffer out, int index, UnwindTables tables, long shift) {
    ProgramHeader segment = segments.get(index);
    int at = Math.toIntExact(header.segments().offset()) + index * ProgramHeader.LENGTH;
    if (segment.type() == ProgramHeader.UNWIND_TABLE) {
      out.put(at, new byte[ProgramHeader.LENGTH]);
    } else if (shift > 0 && index == tables.segment()) {
      long left = tables.from() - segment.offset();
      out.putLong(at + SIZE_IN_SEGMENT, left).putLong(at + MEMORY_IN_SEGMENT, left);
    } else if (segment.offset() >= tables.to()) {
      out.putLong(at + OFFSET_IN_SEGMENT, segment.offset() - shift);
    }
  }

  private void rewriteSection(ByteBuffer out, int index, UnwindTables tables, long shift) {
    SectionHeader section = sections.get(index);
    int at = Math.toIntExact(header.sections().offset()) + index * SectionHeader.LENGTH;
    if (tables.numbers().get(index)) {
      out.put(at, new byte[SectionHeader.LENGTH]);
    } else if (section.offset() >= tables.to()) {
      out.putLong(at + OFFSET_IN_SECTION, section.offset() - shift);
    }
  }

  /** By how much the rest can move up; 0 if not at all. */
  private long shift(UnwindTables tables) {
    ProgramHeader holder = segments.get(tables.segment());
    boolean isAtEnd = holder.end() == tables.to() && holder.memory().size() == holder.size();
    long alignment =
        LongStream.concat(
                segments.stream().mapToLong(segment -> segment.memory().alignment()),
                sections.stream().mapToLong(section -> section.kind().alignment()))
            .map(wish -> wish == 0 || Long.bitCount(wish) == 1 ? wish : Long.MAX_VALUE)
            .max()
            .orElse(1);
    long room = next(tables) - tables.from();
    if (!isAtEnd || holder.offset() >= tables.from() || alignment > ALIGNMENT_LIMIT) {
      return 0;
    }
    return room / Math.max(1, alignment) * Math.max(1, alignment);
  }

  /** Where the rest of the file begins. */
  private long next(UnwindTables tables) {
    LongStream offsets =
        LongStream.concat(
            LongStream.of(header.sections().offset(), file.length),
            LongStream.concat(
                segments.stream().mapToLong(ProgramHeader::offset),
                sections.stream().mapToLong(SectionHeader::offset)));
    return offsets.filter(offset -> offset >= tables.to()).min().orElse(file.length);
  }
}
