package dev.parka.oci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.tree.Content;
import dev.parka.runtime.tree.FileEntry;
import dev.parka.runtime.tree.FileTree;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.runtime.tree.Owner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerWriterTest {

  private static final Instant TIME = Instant.parse("1980-01-01T00:00:00Z");
  private static final String LONG = "n".repeat(120) + "/" + "m".repeat(180);

  @TempDir Path directory;

  @Test
  void writesWhatTheTreeSaysAndNothingOfThisMachine() throws Exception {
    Layer layer = write("a");
    assertThat(listing(layer))
        .containsExactly(
            "data/ d0755 65532:65532 '' 1980-01-01T00:00:00Z",
            "etc/ d0755 0:0 '' 1980-01-01T00:00:00Z",
            "etc/größe -0644 0:0 '' 1980-01-01T00:00:00Z",
            "etc/link l0777 0:0 '../tmp' 1980-01-01T00:00:00Z",
            LONG.substring(0, 121) + " d0755 0:0 '' 1980-01-01T00:00:00Z",
            LONG + " -0755 0:0 '' 1980-01-01T00:00:00Z",
            "tmp/ d1777 0:0 '' 1980-01-01T00:00:00Z");
    assertThat(layer.unpackedSize()).isEqualTo(4);
  }

  @Test
  void digestsAreThoseOfTheBytes() throws Exception {
    Layer layer = write("a");
    byte[] blob = Files.readAllBytes(blob("a", layer));
    assertThat(layer.descriptor().digest().hex()).isEqualTo(HandMadeImage.sha256(blob));
    assertThat(layer.descriptor().size()).isEqualTo(blob.length);
    try (InputStream tar = new GZIPInputStream(Files.newInputStream(blob("a", layer)))) {
      assertThat(layer.diffId().hex()).isEqualTo(HandMadeImage.sha256(tar.readAllBytes()));
    }
    assertThat(blob[9])
        .as("the operating system in the gzip header is unknown")
        .isEqualTo((byte) 255);
  }

  @Test
  void sameBytesInAnyTimeZoneAndLocale() throws Exception {
    Layer first = write("a");
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
      assertThat(write("b")).isEqualTo(first);
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }

  private Layer write(String store) throws IOException {
    Path layout = Files.createDirectory(directory.resolve(store));
    return new LayerWriter(new BlobStore(layout), new LayerFormat(TIME, LayerCompression.GZIP))
        .write(
            Layer.Kind.APPLICATION,
            new LayerContent(
                FileTree.of(
                    List.of(
                        new FileEntry.Directory(new ImagePath("/tmp"), 01777),
                        new FileEntry.Directory(
                            new ImagePath("/data"), 0755, new Owner(65532, 65532)),
                        file("/etc/größe", 0644, "123"),
                        new FileEntry.SymbolicLink(new ImagePath("/etc/link"), "../tmp"),
                        file("/" + LONG, 0755, "x"))),
                "files"));
  }

  private static FileEntry file(String path, int mode, String text) {
    return new FileEntry.RegularFile(new ImagePath(path), mode, Content.utf8(text));
  }

  private Path blob(String store, Layer layer) {
    return new BlobStore(directory.resolve(store)).path(layer.descriptor().digest());
  }

  private List<String> listing(Layer layer) throws IOException {
    List<String> entries = new ArrayList<>();
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new GZIPInputStream(Files.newInputStream(blob("a", layer))), "UTF-8")) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        assertThat(entry.getUserName() + entry.getGroupName()).isEmpty();
        String type = entry.isDirectory() ? "d" : entry.isSymbolicLink() ? "l" : "-";
        entries.add(
            entry.getName()
                + " "
                + type
                + String.format(Locale.ROOT, "%04o", entry.getMode() & 07777)
                + " "
                + entry.getLongUserId()
                + ":"
                + entry.getLongGroupId()
                + " '"
                + entry.getLinkName()
                + "' "
                + entry.getLastModifiedTime().toInstant());
      }
    }
    return entries;
  }
}
