package dev.parka.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.oci.JarRepacker.EntryFilter;
import dev.parka.runtime.ParkaException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.TimeZone;
import java.util.jar.JarInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarRepackerTest {

  @TempDir Path directory;

  @Test
  void sortsAndKeepsTheManifestFirst() throws Exception {
    Path jar =
        jar("in.jar", 5, "b/B.class", "META-INF/a.txt", "META-INF/MANIFEST.MF", "a/", "META-INF/");
    Path out = repack(jar, "out.jar", EntryFilter.ALL);
    try (ZipFile zip = new ZipFile(out.toFile())) {
      assertThat(Collections.list(zip.entries()))
          .extracting(ZipEntry::getName)
          .containsExactly(
              "META-INF/", "META-INF/MANIFEST.MF", "META-INF/a.txt", "a/", "b/B.class");
      assertThat(zip.entries().nextElement().getMethod()).isEqualTo(ZipEntry.STORED);
    }
    try (JarInputStream in = new JarInputStream(Files.newInputStream(out))) {
      assertThat(in.getManifest()).isNotNull();
    }
  }

  @Test
  void sameBytesWhateverOrderTimesAndZone() throws Exception {
    Path one = repack(jar("1.jar", 5, "a", "b", "c"), "1.out", EntryFilter.ALL);
    TimeZone zone = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
      Path two = repack(jar("2.jar", 9, "c", "a", "b"), "2.out", EntryFilter.ALL);
      assertThat(two).hasSameBinaryContentAs(one);
    } finally {
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void leavesOutWhatTheFilterSays() throws Exception {
    Path out =
        repack(
            jar("in.jar", 5, "a", "META-INF/parka/x", "b"),
            "out.jar",
            (name, c) -> !name.startsWith("META-INF/parka/"));
    try (ZipFile zip = new ZipFile(out.toFile())) {
      assertThat(Collections.list(zip.entries()))
          .extracting(ZipEntry::getName)
          .containsExactly("a", "b");
    }
  }

  @Test
  void packsADirectory() throws Exception {
    Path classes =
        Files.createDirectories(directory.resolve("classes/com/acme")).getParent().getParent();
    Files.writeString(classes.resolve("com/acme/App.class"), "x");
    Path out = repack(classes, "out.jar", EntryFilter.ALL);
    try (ZipFile zip = new ZipFile(out.toFile())) {
      assertThat(Collections.list(zip.entries()))
          .extracting(ZipEntry::getName)
          .containsExactly("com/", "com/acme/", "com/acme/App.class");
    }
  }

  // FAULTS 36
  @Test
  void refusesTwoEntriesOfOneName() throws Exception {
    byte[] bytes = Files.readAllBytes(jar("in.jar", 5, "same", "sAme"));
    String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("sAme", "same");
    Path jar =
        Files.write(directory.resolve("twice.jar"), text.getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> repack(jar, "out.jar", EntryFilter.ALL))
        .isInstanceOf(ParkaException.class)
        .hasMessage(
            "[HostileJar] "
                + jar
                + " has two entries same; build the jar again: which of them java takes depends on"
                + " the reader");
  }

  private Path repack(Path from, String to, EntryFilter filter) throws IOException {
    Path out = directory.resolve(to);
    new JarRepacker(filter).repack(from, out);
    return out;
  }

  private Path jar(String name, int day, String... entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String entry : entries) {
        ZipEntry header = new ZipEntry(entry);
        header.setTimeLocal(LocalDateTime.of(2020, 3, day, 1, 2));
        zip.putNextEntry(header);
        if (entry.endsWith("MANIFEST.MF")) {
          zip.write("Manifest-Version: 1.0\n".getBytes(StandardCharsets.UTF_8));
        } else if (!entry.endsWith("/")) {
          zip.write(entry.getBytes(StandardCharsets.UTF_8));
        }
        zip.closeEntry();
      }
    }
    return Files.write(directory.resolve(name), bytes.toByteArray());
  }
}
