package dev.parka.runtime.strip;

import dev.parka.runtime.elf.ElfHeader;
import dev.parka.runtime.elf.ElfInput;
import dev.parka.runtime.elf.ProgramHeader;
import dev.parka.runtime.elf.SectionHeader;
import java.io.IOException;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The sections of a file, and which of them go. */
final class Sections {

  /** More than a page of any architecture: such a file is not what a linker writes. */
  private static final int ALIGNMENT_LIMIT = 1 << 16;

  private final List<SectionHeader> headers;
  private final BitSet removed;

  /** Whether symbols that stay name sections by number. */
  private final boolean keepsNumbers;

  /** The first byte behind everything that is loaded or that the header names. */
  private final long loadedEnd;

  private Sections(List<SectionHeader> headers, BitSet removed, long loadedEnd) {
    this.headers = headers;
    this.removed = removed;
    this.keepsNumbers =
        IntStream.range(0, headers.size())
            .anyMatch(
                i -> headers.get(i).kind().type() == SectionHeader.SYMBOLS && !removed.get(i));
    this.loadedEnd = loadedEnd;
  }

  static Sections read(ElfInput input, ElfHeader header, SectionGroup group) throws IOException {
    List<SectionHeader> headers = header.readSections(input);
    List<String> names = header.readNames(input, headers);
    long loadedEnd = Math.max(ElfHeader.LENGTH, header.segments().end());
    for (ProgramHeader segment : header.readSegments(input)) {
      if (segment.size() != 0) {
        input.require(segment.offset(), segment.size());
        loadedEnd = Math.max(loadedEnd, segment.offset() + segment.size());
      }
    }
    for (SectionHeader section : headers) {
      input.require(section.fileSize() == 0 ? 0 : section.offset(), section.fileSize());
      requireSection(input, headers, section.links().link());
      if (section.infoIsLink()) {
        requireSection(input, headers, section.links().info());
      }
    }
    BitSet removed =
        switch (group) {
          case SYMBOLS -> symbols(headers, header.nameSection());
          case DEBUG -> debug(headers, names, header.nameSection());
        };
    return new Sections(headers, removed, loadedEnd);
  }

  private static void requireSection(ElfInput input, List<SectionHeader> headers, int index) {
    if (index < 0 || index >= headers.size()) {
      throw input.damaged("it refers to section " + index + " of " + headers.size());
    }
  }

  private static BitSet symbols(List<SectionHeader> headers, int nameSection) {
    BitSet removed = new BitSet();
    for (int i = 1; i < headers.size(); i++) {
      SectionHeader section = headers.get(i);
      if (section.kind().isAllocated() || i == nameSection) {
        continue;
      }
      if (section.kind().type() == SectionHeader.SYMBOLS) {
        removed.set(i);
        int strings = section.links().link();
        SectionHeader target = headers.get(strings);
        if (strings != nameSection
            && !target.kind().isAllocated()
            && target.kind().type() == SectionHeader.STRINGS) {
          removed.set(strings);
        }
      } else if (section.kind().type() == SectionHeader.SYMBOL_SECTIONS) {
        removed.set(i);
      }
    }
    return removed;
  }

  private static BitSet debug(List<SectionHeader> headers, List<String> names, int nameSection) {
    BitSet removed = new BitSet();
    for (int i = 1; i < headers.size(); i++) {
      SectionHeader.Kind kind = headers.get(i).kind();
      if (!kind.isAllocated() && i != nameSection && SectionGroup.isDebug(names.get(i))) {
        removed.set(i);
      }
    }
    return removed;
  }

  /** Whether something goes from a file of this size, and nothing that stays is in the way. */
  boolean canStrip(long fileSize) {
    int firstRemoved = removed.nextSetBit(0);
    if (firstRemoved < 0) {
      return false;
    }
    for (int i : kept()) {
      SectionHeader section = headers.get(i);
      // The loader's own symbols name loaded sections by number, so those numbers must stay.
      boolean loaded = section.kind().isAllocated();
      if ((loaded && (i > firstRemoved || end(section) > loadedEnd))
          || section.kind().alignment() > ALIGNMENT_LIMIT
          || section.kind().alignment() < 0
          || removed.get(section.links().link())
          || (section.infoIsLink() && removed.get(section.links().info()))) {
        return false;
      }
    }
    // Sections that lie over one another could grow without bound when each is copied.
    return moving().stream().mapToLong(i -> headers.get(i).fileSize()).sum() <= fileSize;
  }

  /** The numbers of those that stay, in their order. */
  List<Integer> kept() {
    return IntStream.range(0, headers.size()).filter(i -> !removed.get(i)).boxed().toList();
  }

  /** The numbers of those that the table has when the removed ones are gone, or empty. */
  List<Integer> listed() {
    return keepsNumbers ? IntStream.range(0, headers.size()).boxed().toList() : kept();
  }

  boolean isRemoved(int index) {
    return removed.get(index);
  }

  /** The numbers of those that stay and may lie elsewhere, in the order of their bytes. */
  List<Integer> moving() {
    return kept().stream()
        .filter(i -> end(headers.get(i)) > loadedEnd)
        .sorted(Comparator.comparingLong(i -> headers.get(i).offset()))
        .toList();
  }

  SectionHeader header(int index) {
    return headers.get(index);
  }

  long loadedEnd() {
    return loadedEnd;
  }

  /** The number that a section has when the removed ones are gone. */
  int newIndex(int index) {
    return keepsNumbers ? index : index - removed.get(0, index).cardinality();
  }

  private static long end(SectionHeader section) {
    return section.fileSize() == 0 ? 0 : section.end();
  }
}
