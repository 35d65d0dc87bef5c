package dev.parka.runtime.strip;

import dev.parka.runtime.elf.ElfHeader;
import dev.parka.runtime.elf.ElfInput;
import dev.parka.runtime.elf.ElfKind;
import dev.parka.runtime.elf.ProgramHeader;
import dev.parka.runtime.elf.SectionHeader;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where the unwind tables of a file lie: {@code .eh_frame} and what belongs to it, side by side in
 * one loaded segment, with nothing else between them and nothing in the file that leads there but
 * the program header by which unwinders find them.
 *
 * <p>All sections keep their numbers and all bytes their addresses; the entries of the tables in
 * the lists of sections and segments become empty ones, so that an unwinder finds that the file has
 * none. Where the tables end their segment, which then ends before them, their bytes leave the file
 * and the segments behind move up by a multiple of their alignment; elsewhere zeros stay. A file
 * that is not built like this is left as it is. Layouts are those of the System V ABI, chapters 4
 * and 5, and of the Linux Standard Base, "Exception Frames".
 *
 * @param numbers of the tables among the sections
 * @param segment the number of the segment that holds them
 * @param from the offset of their first byte
 * @param to the offset of the first byte behind them
 */
record UnwindTables(BitSet numbers, int segment, long from, long to) {

  private static final String TABLE = ".eh_frame";
  private static final Set<String> NAMES = Set.of(TABLE, ".eh_frame_hdr", ".gcc_except_table");

  /** Copies the numbers. */
  UnwindTables {
    numbers = (BitSet) numbers.clone();
  }

  /**
   * The file without them, or the same array if it has none that can go.
   *
   * @param name what problems call the file
   * @throws dev.parka.runtime.ParkaException [BadElfFile] if it is a damaged ELF file
   */
  static byte[] remove(String name, byte[] file) throws IOException {
    try (ElfInput input = ElfInput.of(name, file)) {
      Optional<ElfKind> kind = ElfKind.read(input).filter(ElfKind::isReadable);
      if (kind.isEmpty()) {
        return file;
      }
      ElfHeader header = ElfHeader.read(input, kind.get());
      if (header.sections().count() == 0 || header.segments().count() == 0) {
        return file;
      }
      List<ProgramHeader> segments = header.readSegments(input);
      List<SectionHeader> sections = header.readSections(input);
      Optional<UnwindTables> tables = find(input, header, segments, sections);
      return tables.isEmpty()
          ? file
          : new UnwindCut(file, header, segments, sections).without(tables.get());
    }
  }

  private static Optional<UnwindTables> find(
      ElfInput input, ElfHeader header, List<ProgramHeader> segments, List<SectionHeader> sections)
      throws IOException {
    List<String> names = header.readNames(input, sections);
    for (SectionHeader section : sections) {
      input.require(section.fileSize() == 0 ? 0 : section.offset(), section.fileSize());
    }
    for (ProgramHeader segment : segments) {
      input.require(segment.size() == 0 ? 0 : segment.offset(), segment.size());
    }
    BitSet numbers = new BitSet();
    IntStream.range(0, sections.size())
        .filter(i -> NAMES.contains(names.get(i)))
        .filter(i -> sections.get(i).kind().isAllocated() && sections.get(i).fileSize() > 0)
        .forEach(numbers::set);
    if (numbers.stream().noneMatch(i -> names.get(i).equals(TABLE))) {
      return Optional.empty();
    }
    long from = numbers.stream().mapToLong(i -> sections.get(i).offset()).min().orElseThrow();
    long to = numbers.stream().mapToLong(i -> sections.get(i).end()).max().orElseThrow();
    int[] holders =
        IntStream.range(0, segments.size())
            .filter(i -> segments.get(i).type() == ProgramHeader.LOAD)
            .filter(i -> segments.get(i).offset() <= from && to <= segments.get(i).end())
            .toArray();
    if (holders.length != 1) {
      return Optional.empty();
    }
    UnwindTables tables = new UnwindTables(numbers, holders[0], from, to);
    return tables.standAlone(header, segments, sections)
            && !new LoaderReferences(input, sections).leadTo(tables, segments.get(holders[0]))
        ? Optional.of(tables)
        : Optional.empty();
  }

  /** Whether no other part of the file has one of their bytes, and none says that it has. */
  private boolean standAlone(
      ElfHeader header, List<ProgramHeader> segments, List<SectionHeader> sections) {
    for (int i = 0; i < segments.size(); i++) {
      ProgramHeader other = segments.get(i);
      boolean isFine =
          other.type() == ProgramHeader.UNWIND_TABLE
              ? from <= other.offset() && other.end() <= to
              : i == segment || !overlaps(other.offset(), other.end());
      if (!isFine) {
        return false;
      }
    }
    for (int i = 0; i < sections.size(); i++) {
      SectionHeader other = sections.get(i);
      if (!numbers.get(i) && (overlaps(other.offset(), other.end()) || refersTo(other))) {
        return false;
      }
    }
    return header.segments().end() <= from
        && !overlaps(header.sections().offset(), header.sections().end());
  }

  private boolean refersTo(SectionHeader other) {
    SectionHeader.Links links = other.links();
    return (links.link() > 0 && numbers.get(links.link()))
        || (other.infoIsLink() && links.info() > 0 && numbers.get(links.info()));
  }

  private boolean overlaps(long start, long end) {
    return start < to && end > from && start < end;
  }

  /** The first address that they have where this segment holds them. */
  long address(ProgramHeader holder) {
    return holder.address() + (from - holder.offset());
  }

  long length() {
    return to - from;
  }
}
