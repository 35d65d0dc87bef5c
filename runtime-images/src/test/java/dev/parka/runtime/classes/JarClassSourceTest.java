package dev.parka.runtime.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.testing.Jars;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JarClassSourceTest {

  private static final String ADVICE =
      "; do not use it unless you trust where it comes from, and then build it again";

  @TempDir private Path folder;

  @Test
  void visitsFilesByNameAndNoFolders() throws IOException {
    Path jar =
        Jars.entries()
            .text("b/", "")
            .text("b/c.txt", "c")
            .text("a.txt", "a")
            .text("b.txt", "b")
            .jar(folder.resolve("a.jar"));

    assertThat(visited(ClassSource.jar(jar))).containsExactly("a.txt=a", "b.txt=b", "b/c.txt=c");
  }

  @Test
  void readsOnlyWhatTheVisitorWants() throws IOException {
    Path jar = Jars.entries().text("a.txt", "a").text("b.txt", "b").jar(folder.resolve("a.jar"));
    List<String> seen = new ArrayList<>();

    ClassSource.jar(jar)
        .visit(
            new ClassSource.Visitor() {
              @Override
              public void file(String name, byte[] bytes) {
                seen.add(name);
              }

              @Override
              public boolean wants(String name, long size) {
                return name.equals("b.txt") && size == 1;
              }
            });

    assertThat(seen).containsExactly("b.txt");
  }

  /** JDK 17 opens such a jar, and breaks when the entry is asked for. */
  @Test
  void saysThatACommentIsNoText() throws IOException {
    Path jar = folder.resolve("a.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      ZipEntry entry = new ZipEntry("ä.txt");
      entry.setComment("COMMENT");
      zip.putNextEntry(entry);
    }
    String bytes = new String(Files.readAllBytes(jar), StandardCharsets.ISO_8859_1);
    Files.write(
        jar, bytes.replace("COMMENT", "C\u00ffMMENT").getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> visited(ClassSource.jar(jar))).isInstanceOf(ZipException.class);
  }

  // FAULTS 36
  @Test
  void refusesTwoEntriesOfOneName() throws IOException {
    Path jar = Jars.entries().text("one/A", "1").text("one/B", "2").jar(folder.resolve("a.jar"));
    replace(jar, "one/B", "one/A");

    assertThatThrownBy(() -> visited(ClassSource.jar(jar)))
        .hasMessage("[HostileJar] a.jar has two entries named one/A" + ADVICE);
  }

  // FAULTS 37
  @ParameterizedTest
  @ValueSource(strings = {"../up.txt", "/etc/passwd", "a/../../b.txt", "C:/x.txt", "..\\up.txt"})
  void refusesEntriesThatLeadOut(String entry) throws IOException {
    Path jar = Jars.entries().text("good.txt", "g").text(entry, "").jar(folder.resolve("a.jar"));

    assertThatThrownBy(() -> visited(ClassSource.jar(jar)))
        .hasMessage("[HostileJar] a.jar has an entry that leads out of it: " + entry + ADVICE);
  }

  @Test
  void reportsEveryHostileEntry() throws IOException {
    Path jar = Jars.entries().text("../a", "").text("../b", "").jar(folder.resolve("a.jar"));

    assertThatThrownBy(() -> visited(ClassSource.jar(jar)))
        .hasMessage(
            "[HostileJar] a.jar has an entry that leads out of it: ../a"
                + ADVICE
                + "\n[HostileJar] a.jar has an entry that leads out of it: ../b"
                + ADVICE);
  }

  // FAULTS 38
  @Test
  void refusesBombs() throws IOException {
    Path jar = Jars.entries().bytes("A.class", new byte[2 << 20]).jar(folder.resolve("a.jar"));
    long compressed;
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      compressed = zip.getEntry("A.class").getCompressedSize();
    }

    assertThatThrownBy(() -> visited(ClassSource.jar(jar)))
        .hasMessage(
            "[HostileJar] a.jar has A.class of 2097152 bytes, compressed to "
                + compressed
                + ADVICE);
  }

  // FAULTS 38
  @Test
  void refusesHugeFilesInDirectories() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("A.class").toFile(), "rw")) {
      file.setLength((32L << 20) + 1);
    }

    assertThatThrownBy(() -> visited(ClassSource.directory(folder)))
        .hasMessage("[HostileJar] classes has A.class of 33554433 bytes" + ADVICE);
  }

  // FAULTS 40
  @Test
  void tellsOfDamagedDataAndGoesOn() throws IOException {
    Path jar =
        Jars.entries()
            .text("a.txt", "a")
            .text("b.txt", "b")
            .text("c.txt", "c")
            .jar(folder.resolve("a.jar"));
    byte[] bytes = Files.readAllBytes(jar);
    // The compressed data follows the name in a local header; 3 is no way to compress a block.
    bytes[30 + "a.txt".length()] |= 0x06;
    // The checksum has the 16th byte of a header in the central directory.
    bytes[new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2") + 16] ^= 1;
    Files.write(jar, bytes);
    List<String> told = new ArrayList<>();

    ClassSource.jar(jar)
        .visit(
            new ClassSource.Visitor() {
              @Override
              public void file(String name, byte[] content) {
                told.add(name);
              }

              @Override
              public void damaged(String name, String what) {
                told.add(name + ": " + what);
              }
            });

    assertThat(told)
        .containsExactly(
            "a.txt: its compressed data is damaged",
            "b.txt",
            "c.txt: its checksum or size is not what the jar says");
  }

  // FAULTS 75
  @Test
  void followsLinksInDirectoriesButNoLoops() throws IOException {
    Path real = Files.createDirectories(folder.resolve("real"));
    Files.writeString(real.resolve("a.txt"), "a");
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Files.createSymbolicLink(classes.resolve("linked"), real);
    Files.createSymbolicLink(classes.resolve("loop"), classes);
    Files.createSymbolicLink(classes.resolve("dangling"), folder.resolve("nowhere"));

    assertThat(visited(ClassSource.directory(classes))).containsExactly("linked/a.txt=a");
  }

  static List<String> visited(ClassSource source) throws IOException {
    List<String> files = new ArrayList<>();
    source.visit(
        (name, bytes) -> files.add(name + "=" + new String(bytes, StandardCharsets.UTF_8)));
    return files;
  }

  private static void replace(Path jar, String old, String now) throws IOException {
    String bytes = Files.readString(jar, StandardCharsets.ISO_8859_1);
    Files.writeString(jar, bytes.replace(old, now), StandardCharsets.ISO_8859_1);
  }
}
