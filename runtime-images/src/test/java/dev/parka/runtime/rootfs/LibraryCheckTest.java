package dev.parka.runtime.rootfs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.elf.ElfFile;
import dev.parka.runtime.jdk.Jdk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryCheckTest {

  private final Jdk jdk = Jdk.running();

  @TempDir private Path root;

  @Test
  void thisMachineHasWhatTheRunningJdkNeeds() throws IOException {
    assertThat(LibraryCheck.of(LibrarySource.HOST, jdk)).isEmpty();
  }

  @Test
  void tellsWhatIsLacking() throws IOException {
    assertThat(LibraryCheck.of(new LibrarySource(root), jdk))
        .contains("libc.so.6, which java needs")
        .anyMatch(lack -> lack.startsWith("the loader /lib"));
  }

  @Test
  void readsTheVersionsThatAreAskedFor() throws IOException {
    SortedSet<String> wanted = wanted();
    assertThat(wanted).isNotEmpty().allMatch(version -> version.startsWith("GLIBC_"));
  }

  /** A C library of another age: the same but for the name of one version. */
  @Test
  void comparesTheVersionsOfSymbols() throws IOException {
    String version = wanted().last();
    Path own =
        HostLibraries.of(LibrarySource.HOST, jdk.architecture(), jdk.libc())
            .find("libc.so.6", List.of())
            .orElseThrow()
            .file();
    String bytes = Files.readString(own, StandardCharsets.ISO_8859_1);
    Path lib = Files.createDirectories(root.resolve("usr/lib"));
    Files.writeString(
        lib.resolve("libc.so.6"),
        bytes.replace("\0" + version + "\0", "\0" + "X".repeat(version.length()) + "\0"),
        StandardCharsets.ISO_8859_1);
    assertThat(LibraryCheck.of(new LibrarySource(root), jdk))
        .anyMatch(lack -> lack.startsWith("libc.so.6 with " + version + ", which "));
  }

  private SortedSet<String> wanted() throws IOException {
    return ElfFile.read(jdk.home().resolve("lib/server/libjvm.so"))
        .orElseThrow()
        .dynamic()
        .wanted()
        .get("libc.so.6");
  }
}
