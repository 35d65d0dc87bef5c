package dev.parka.runtime.strip;

import static dev.parka.runtime.strip.NativeSections.strip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.elf.ElfHeader;
import dev.parka.runtime.elf.ElfInput;
import dev.parka.runtime.elf.ElfKind;
import dev.parka.runtime.elf.ProgramHeader;
import dev.parka.runtime.elf.SectionHeader;
import dev.parka.runtime.jdk.Jdk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeSectionsTest {

  @TempDir private Path directory;

  @Test
  void removesSymbolsAndDebugDataAndKeepsTheRest() throws IOException {
    byte[] before = SectionedElf.ordinary().bytes();

    byte[] after = strip("x", strip("x", before, SectionGroup.SYMBOLS), SectionGroup.DEBUG);

    assertThat(SectionedElf.names(after)).containsExactly("", ".text", ".shstrtab");
    assertThat(SectionedElf.content(after, ".text")).isEqualTo("code");
    assertThat(new String(after, StandardCharsets.ISO_8859_1))
        .doesNotContain("internal_name", "line numbers");
    assertThat(after).hasSizeLessThan(before.length);
  }

  @Test
  void leavesEmptyEntriesWhereSymbolsThatStayNameSectionsByNumber() throws IOException {
    byte[] before = SectionedElf.ordinary().bytes();

    byte[] after = strip("x", before, SectionGroup.DEBUG);

    assertThat(SectionedElf.names(after))
        .hasSameSizeAs(SectionedElf.names(before))
        .contains(".symtab", ".strtab")
        .doesNotContain(".comment", ".debug_line");
    assertThat(new String(after, StandardCharsets.ISO_8859_1))
        .contains("internal_name")
        .doesNotContain("line numbers");
    assertThat(after).hasSizeLessThan(before.length);
    assertThat(SectionedElf.names(strip("x", after, SectionGroup.SYMBOLS)))
        .doesNotContain(".symtab");
  }

  @Test
  void stripsTheJdksOwnLibrariesOnce() throws IOException {
    for (String name : List.of("lib/libjava.so", "lib/server/libjvm.so", "bin/java")) {
      byte[] before = Files.readAllBytes(Jdk.running().home().resolve(name));

      byte[] after = strip(name, before, SectionGroup.SYMBOLS);

      assertThat(SectionedElf.names(after)).doesNotContain(".symtab", ".strtab").contains(".text");
      assertThat(strip(name, after, SectionGroup.SYMBOLS)).isSameAs(after);
      assertLoadsTheSame(before, after);
    }
  }

  private static void assertLoadsTheSame(byte[] before, byte[] after) throws IOException {
    List<ProgramHeader> segments = segments(before);
    assertThat(segments(after)).isEqualTo(segments);
    for (ProgramHeader segment : segments) {
      // The header lies in the first segment, and in it where the section headers are.
      int from = (int) Math.max(segment.offset(), ElfHeader.LENGTH);
      int to = (int) (segment.offset() + segment.size());
      assertThat(Arrays.equals(before, from, Math.max(from, to), after, from, Math.max(from, to)))
          .as("bytes of %s", segment)
          .isTrue();
    }
  }

  private static List<ProgramHeader> segments(byte[] file) throws IOException {
    try (ElfInput input = ElfInput.of("x", file)) {
      return ElfHeader.read(input, ElfKind.read(input).orElseThrow()).readSegments(input);
    }
  }

  @Test
  void returnsWhatHasNothingToStripAsItIs() throws IOException {
    byte[] script = "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8);
    byte[] bare = SectionedElf.loaded().section(".note.x", 1, 0, "x").bytes();

    assertThat(strip("script", script, SectionGroup.SYMBOLS)).isSameAs(script);
    for (SectionGroup group : SectionGroup.values()) {
      assertThat(strip("bare", bare, group)).isSameAs(bare);
    }
  }

  @Test
  void leavesSymbolsThatASectionThatStaysRefersTo() throws IOException {
    byte[] file = SectionedElf.loaded().symbols().linked(".rela.text", 4, 2).bytes();

    assertThat(strip("x", file, SectionGroup.SYMBOLS)).isSameAs(file);
  }

  @Test
  void leavesSymbolsThatComeBeforeALoadedSection() throws IOException {
    byte[] file = SectionedElf.loaded().symbols().section(".data", 1, 2, "late").bytes();

    assertThat(strip("x", file, SectionGroup.SYMBOLS)).isSameAs(file);
  }

  @Test
  void stripsAFileWhereItLies() throws IOException {
    Path file = Files.write(directory.resolve("x"), SectionedElf.ordinary().bytes());

    assertThat(NativeSections.stripFile(file, SectionGroup.SYMBOLS)).isTrue();
    assertThat(NativeSections.stripFile(file, SectionGroup.SYMBOLS)).isFalse();
    assertThat(SectionedElf.names(Files.readAllBytes(file))).doesNotContain(".symtab");
  }

  @Test
  void rejectsSectionsBeyondTheEnd() {
    byte[] file = SectionedElf.ordinary().bytes();
    byte[] damaged = Arrays.copyOf(file, file.length - SectionHeader.LENGTH);

    assertThatThrownBy(() -> strip("libx.so", damaged, SectionGroup.SYMBOLS))
        .hasMessage(
            "[BadElfFile] libx.so is no sound ELF file: it is cut off, or leads to bytes beyond its"
                + " end; install what it belongs to again");
  }

  @Test
  void neverFailsInAnyOtherWayOnDamagedFiles() throws IOException {
    byte[] whole = SectionedElf.ordinary().bytes();
    Random random = new Random(42);
    for (int round = 0; round < 5000; round++) {
      byte[] damaged = whole.clone();
      for (int i = 0; i < 3; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      SectionGroup group = random.nextBoolean() ? SectionGroup.SYMBOLS : SectionGroup.DEBUG;
      try {
        assertThat(strip("x", damaged, group)).hasSizeLessThanOrEqualTo(whole.length);
      } catch (ParkaException e) {
        assertThat(e.problems().get(0).id()).isEqualTo(RuntimeProblem.BAD_ELF_FILE);
      }
    }
  }
}
