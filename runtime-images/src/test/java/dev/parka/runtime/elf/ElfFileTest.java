package dev.parka.runtime.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.jdk.Architecture;
import dev.parka.runtime.jdk.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElfFileTest {

  @TempDir private Path directory;

  @Test
  void readsWhatALibraryAsksFor() throws IOException {
    Path file =
        TestElf.of(TestElf.ARM64)
            .soname("libx.so.1")
            .needs("libc.so.6", "libm.so.6")
            .rpath("/old")
            .runPath("$ORIGIN:/opt/lib")
            .interpreter("/lib/ld-linux-aarch64.so.1")
            .defines("GLIBC_2.17", "GLIBC_2.34")
            .write(directory.resolve("libx.so"));

    ElfFile elf = ElfFile.read(file).orElseThrow();

    assertThat(elf.kind().architecture()).contains(Architecture.ARM64);
    assertThat(elf.interpreter()).contains("/lib/ld-linux-aarch64.so.1");
    assertThat(elf.dynamic().soname()).contains("libx.so.1");
    assertThat(elf.dynamic().needed()).containsExactly("libc.so.6", "libm.so.6");
    assertThat(elf.dynamic().runPath()).containsExactly("$ORIGIN", "/opt/lib");
    assertThat(elf.dynamic().versions()).containsExactly("GLIBC_2.17", "GLIBC_2.34");
  }

  @Test
  void takesTheOldRunPathWhereThereIsNoNewOne() throws IOException {
    Path file = TestElf.of(TestElf.AMD64).rpath("/old").write(directory.resolve("libx.so"));

    assertThat(ElfFile.read(file).orElseThrow().dynamic().runPath()).containsExactly("/old");
  }

  @Test
  void readsTheJdksOwnFiles() throws IOException {
    Jdk jdk = Jdk.running();

    ElfFile java = ElfFile.read(jdk.tool("java")).orElseThrow();
    ElfFile jvm = ElfFile.read(jdk.home().resolve("lib/server/libjvm.so")).orElseThrow();

    assertThat(java.kind().architecture()).contains(jdk.architecture());
    assertThat(java.interpreter()).get().asString().startsWith("/lib");
    assertThat(java.dynamic().needed()).contains("libjli.so");
    assertThat(jvm.interpreter()).isEmpty();
    assertThat(jvm.dynamic().soname()).contains("libjvm.so");
  }

  @Test
  void knowsNothingOfOtherFiles() throws IOException {
    assertThat(ElfFile.read(Files.writeString(directory.resolve("a"), "#!/bin/sh\n"))).isEmpty();
    assertThat(ElfFile.read(Files.createFile(directory.resolve("b")))).isEmpty();
  }

  @Test
  void readsNoMoreThanTheKindOf32BitFiles() throws IOException {
    Path file = TestElf.of(3).bits(32).needs("libc.so.6").write(directory.resolve("libx.so"));

    ElfFile elf = ElfFile.read(file).orElseThrow();

    assertThat(elf.kind().bits()).isEqualTo(32);
    assertThat(elf.kind().architecture()).isEmpty();
    assertThat(elf.dynamic()).isEqualTo(DynamicSection.NONE);
  }

  @Test
  void rejectsAFileThatIsCutOff() throws IOException {
    byte[] whole = TestElf.of(TestElf.AMD64).needs("libc.so.6").bytes();
    Path file = Files.write(directory.resolve("libx.so"), Arrays.copyOf(whole, 100));

    assertThatThrownBy(() -> ElfFile.read(file))
        .isInstanceOf(ParkaException.class)
        .hasMessage(
            "[BadElfFile] "
                + file
                + " is no sound ELF file: it is cut off, or leads to bytes beyond its end; "
                + "install what it belongs to again");
  }

  @Test
  void rejectsALoaderThatIsNoAbsolutePath() throws IOException {
    Path file = TestElf.of(TestElf.AMD64).interpreter("ld.so").write(directory.resolve("x"));

    assertThatThrownBy(() -> ElfFile.read(file))
        .hasMessageContaining("[BadElfFile]")
        .hasMessageContaining("its loader 'ld.so' is no absolute path");
  }

  @Test
  void neverFailsInAnyOtherWayOnDamagedFiles() throws IOException {
    byte[] whole =
        TestElf.of(TestElf.AMD64)
            .needs("libc.so.6")
            .interpreter("/lib/ld.so")
            .defines("V_1", "V_2")
            .bytes();
    for (int length = 0; length < whole.length; length++) {
      requireOnlyBadElfFile(Arrays.copyOf(whole, length));
    }
    Random random = new Random(42);
    for (int round = 0; round < 2000; round++) {
      byte[] damaged = whole.clone();
      for (int i = 0; i < 4; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      requireOnlyBadElfFile(damaged);
    }
  }

  private void requireOnlyBadElfFile(byte[] bytes) throws IOException {
    Path file = Files.write(directory.resolve("damaged"), bytes);
    try {
      ElfFile.read(file);
    } catch (ParkaException e) {
      assertThat(e.problems().get(0).id()).isEqualTo(RuntimeProblem.BAD_ELF_FILE);
    }
  }
}
