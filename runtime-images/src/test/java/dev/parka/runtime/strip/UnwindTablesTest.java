package dev.parka.runtime.strip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.elf.ElfHeader;
import dev.parka.runtime.elf.ElfInput;
import dev.parka.runtime.elf.ElfKind;
import dev.parka.runtime.elf.ProgramHeader;
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

class UnwindTablesTest {

  private static final byte TABLE = (byte) 0xee;

  @TempDir private Path directory;

  @Test
  void takesTheTablesOutOfTheFileAndMovesWhatIsBehindThemByPages() throws IOException {
    byte[] before = new UnwoundElf().bytes();

    byte[] after = UnwindTables.remove("x", before);

    assertThat(before.length - after.length).isEqualTo(4 * UnwoundElf.PAGE);
    assertThat(after).doesNotContain(TABLE);
    assertThat(SectionedElf.names(after))
        .hasSameSizeAs(SectionedElf.names(before))
        .doesNotContain(".eh_frame", ".eh_frame_hdr");
    assertThat(SectionedElf.content(after, ".data")).isEqualTo(UnwoundElf.DATA);
    assertThat(segments(after))
        .extracting(ProgramHeader::type, ProgramHeader::address, ProgramHeader::size)
        .containsExactly(
            tuple(1, 0L, (long) UnwoundElf.TABLES_AT),
            tuple(1, (long) UnwoundElf.DATA_AT, (long) UnwoundElf.DATA.length()),
            tuple(0, 0L, 0L));
    assertLoadsTheSame(before, after);
    assertThat(UnwindTables.remove("x", after)).isSameAs(after);
  }

  @Test
  void leavesZerosWhereTheSegmentGoesOn() throws IOException {
    byte[] before = new UnwoundElf().withConstantsBehind().bytes();

    byte[] after = UnwindTables.remove("x", before);

    assertThat(after).hasSameSizeAs(before).doesNotContain(TABLE);
    assertThat(SectionedElf.names(after)).doesNotContain(".eh_frame", ".eh_frame_hdr");
    assertLoadsTheSame(before, after);
  }

  @Test
  void leavesZerosWherePagesAreLargerThanTheTables() throws IOException {
    byte[] before = new UnwoundElf().aligned(1 << 16).bytes();

    byte[] after = UnwindTables.remove("x", before);

    assertThat(after).hasSameSizeAs(before).doesNotContain(TABLE);
  }

  @Test
  void leavesWhatHasNone() throws IOException {
    byte[] none = SectionedElf.ordinary().bytes();
    byte[] script = "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8);

    assertThat(UnwindTables.remove("none", none)).isSameAs(none);
    assertThat(UnwindTables.remove("script", script)).isSameAs(script);
  }

  @Test
  void leavesTablesThatAPointerLeadsTo() throws IOException {
    byte[] file = new UnwoundElf().pointingTo(UnwoundElf.TABLES_AT + 0x400).bytes();

    assertThat(UnwindTables.remove("x", file)).isSameAs(file);
  }

  @Test
  void leavesTablesThatTheFileHandsOverByItself() throws IOException {
    byte[] file = new UnwoundElf().importing("__register_frame_info").bytes();

    assertThat(UnwindTables.remove("x", file)).isSameAs(file);
  }

  @Test
  void rejectsAFileThatIsCutOff() {
    byte[] whole = new UnwoundElf().bytes();

    assertThatThrownBy(
            () -> UnwindTables.remove("libx.so", Arrays.copyOf(whole, whole.length - 64)))
        .hasMessage(
            "[BadElfFile] libx.so is no sound ELF file: it is cut off, or leads to bytes beyond its"
                + " end; install what it belongs to again");
  }

  @Test
  void neverFailsInAnyOtherWayOnDamagedFiles() throws IOException {
    byte[] whole = new UnwoundElf().bytes();
    Random random = new Random(42);
    for (int round = 0; round < 4000; round++) {
      byte[] damaged = whole.clone();
      for (int i = 0; i < 3; i++) {
        damaged[headerByte(random, damaged.length)] = (byte) random.nextInt();
      }
      try {
        byte[] after = UnwindTables.remove("x", damaged);
        assertThat(after).hasSizeLessThanOrEqualTo(whole.length);
        assertLoadsTheSame(damaged, after);
      } catch (ParkaException e) {
        assertThat(e.problems().get(0).id()).isEqualTo(RuntimeProblem.BAD_ELF_FILE);
      }
    }
  }

  /** Most bytes are constants and tables: those at both ends are what a reader looks at. */
  private static int headerByte(Random random, int length) {
    int at = random.nextInt(0x540 + length - 0x6000);
    return at < 0x540 ? at : length - 1 - (at - 0x540);
  }

  @Test
  void takesThemOutOfTheVirtualMachineAlone() throws IOException {
    Path jdk = Jdk.running().home();
    Path machine = copy(jdk, "lib/server/libjvm.so");
    Path other = copy(jdk, "lib/libjava.so");

    new NativeUnwindTables().apply(directory);

    byte[] before = Files.readAllBytes(jdk.resolve("lib/server/libjvm.so"));
    byte[] after = Files.readAllBytes(machine);
    assertThat(before.length - after.length).isGreaterThan(1_500_000);
    assertThat(SectionedElf.names(after))
        .contains(".text", ".rodata", ".data")
        .doesNotContain(".eh_frame", ".eh_frame_hdr");
    assertLoadsTheSame(before, after);
    assertThat(other).hasSameBinaryContentAs(jdk.resolve("lib/libjava.so"));
  }

  private Path copy(Path jdk, String name) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.copy(jdk.resolve(name), file);
  }

  /**
   * What a loader maps: the same bytes at the same addresses, but for the tables, which are zeros
   * or not there; offsets and addresses still agree.
   */
  private static void assertLoadsTheSame(byte[] before, byte[] after) throws IOException {
    if (before == after) {
      return;
    }
    List<ProgramHeader> old = segments(before);
    List<ProgramHeader> now = segments(after);
    assertThat(now).hasSameSizeAs(old);
    for (int i = 0; i < old.size(); i++) {
      ProgramHeader was = old.get(i);
      ProgramHeader is = now.get(i);
      if (was.type() == ProgramHeader.UNWIND_TABLE) {
        assertThat(is.type()).isZero();
        continue;
      }
      assertThat(is.address()).isEqualTo(was.address());
      assertThat(is.size()).isLessThanOrEqualTo(was.size());
      if (was.type() == ProgramHeader.LOAD && was.memory().alignment() > 0) {
        assertThat((was.offset() - is.offset()) % was.memory().alignment()).isZero();
      }
      assertSameBytes(before, was, after, is);
    }
  }

  private static void assertSameBytes(
      byte[] before, ProgramHeader was, byte[] after, ProgramHeader is) throws IOException {
    int tables = headerEnd(after);
    for (long at = 0; at < is.size(); at++) {
      long from = was.offset() + at;
      byte now = after[(int) (is.offset() + at)];
      // Headers differ, and so do the tables of which only zeros are left.
      if (is.offset() + at >= tables && now != before[(int) from]) {
        assertThat(now).as("byte %s of %s", at, is).isZero();
      }
    }
  }

  private static int headerEnd(byte[] file) throws IOException {
    try (ElfInput input = ElfInput.of("x", file)) {
      return (int) ElfHeader.read(input, ElfKind.read(input).orElseThrow()).segments().end();
    }
  }

  private static List<ProgramHeader> segments(byte[] file) throws IOException {
    try (ElfInput input = ElfInput.of("x", file)) {
      return ElfHeader.read(input, ElfKind.read(input).orElseThrow()).readSegments(input);
    }
  }
}
