package dev.parka.oci;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parka.runtime.ParkaException;
import dev.parka.spec.Platform;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageArchiveTest {

  private static final String INDEX_TYPE = "application/vnd.oci.image.index.v1+json";

  @TempDir private Path temporary;

  private void assertRefused(Path path, String message) {
    assertThatThrownBy(() -> read(path)).isInstanceOf(ParkaException.class).hasMessage(message);
  }

  private static ArchiveConfig read(Path path) throws IOException {
    try (ImageArchive archive = ImageArchive.open(path)) {
      return archive.config(archive.manifest(archive.image(Optional.empty())));
    }
  }

  @Test
  void readsDirectoryAndTarAlike() throws IOException {
    Path directory = HandMadeImage.good().write(temporary.resolve("image"));
    Path tar = HandMadeImage.writeTar(HandMadeImage.good().files(), temporary.resolve("image.tar"));

    assertThat(read(tar)).isEqualTo(read(directory));
    assertThat(read(tar).container().process().entrypoint())
        .containsExactly("/opt/java/bin/java", "@/app/class-path", "App");
    assertThat(read(tar).history()).hasSize(3);
  }

  @Test
  void givesBlobsOfTarInAnyOrder() throws IOException {
    SortedMap<String, byte[]> files = HandMadeImage.good().files();
    Path tar = HandMadeImage.writeTar(files, temporary.resolve("image.tar"));

    try (ImageArchive archive = ImageArchive.open(tar)) {
      ArchiveManifest manifest = archive.manifest(archive.image(Optional.empty()));
      for (int i = manifest.layers().size() - 1; i >= 0; i--) {
        ArchiveDescriptor layer = manifest.layers().get(i);
        try (var in = archive.blobOf(layer).open()) {
          assertThat(in.readAllBytes()).isEqualTo(files.get(layer.blobName()));
        }
      }
      assertThat(archive.blobNames()).hasSize(4);
    }
  }

  @Test
  void refusesDirectoryWithoutLayout() {
    assertRefused(
        temporary,
        "[NotAnImage] "
            + temporary
            + " has no file oci-layout; give an OCI image layout, as a directory or as an"
            + " uncompressed tar file");
  }

  @Test
  void refusesPathWithNothingThere() {
    Path nothing = temporary.resolve("nothing");
    assertRefused(
        nothing,
        "[NotAnImage] "
            + nothing
            + " is neither a directory nor a file; give an OCI image layout, as a directory or as"
            + " an uncompressed tar file");
  }

  @Test
  void refusesUnknownLayoutVersion() throws IOException {
    SortedMap<String, byte[]> files = HandMadeImage.good().files();
    files.put("oci-layout", HandMadeImage.utf8("{\"imageLayoutVersion\":\"2.0.0\"}"));
    HandMadeImage.write(files, temporary);

    assertRefused(
        temporary,
        "[NotAnImage] "
            + temporary
            + " has the layout version '2.0.0'; give an OCI image layout, as a directory or as an"
            + " uncompressed tar file");
  }

  // FAULTS 37, 79
  @ParameterizedTest
  @ValueSource(
      strings = {"../outside", "/etc/passwd", "blobs/../../outside", "blobs//x", "a\u0007b"})
  void refusesNamesThatLeadOutOfTar(String name) throws IOException {
    SortedMap<String, byte[]> files = HandMadeImage.good().files();
    files.put(name, HandMadeImage.utf8("hostile"));
    Path tar = HandMadeImage.writeTar(files, temporary.resolve("image.tar"));

    assertRefused(
        tar,
        "[BadArchive] "
            + tar
            + " has an entry named '"
            + name.replace("\u0007", "\\u0007")
            + "'; build or copy the image again");
  }

  // FAULTS 36
  @Test
  void refusesTwoTarEntriesOfOneName() throws IOException {
    SortedMap<String, byte[]> files = HandMadeImage.good().files();
    files.put("./index.json", HandMadeImage.utf8("{}"));
    Path tar = HandMadeImage.writeTar(files, temporary.resolve("image.tar"));

    assertRefused(
        tar,
        "[BadArchive] " + tar + " has two entries named index.json; build or copy the image again");
  }

  // FAULTS 83
  @Test
  void refusesLinkInTar() throws IOException {
    Path tar = temporary.resolve("image.tar");
    Files.write(
        tar,
        new HandMadeLayer()
            .file("oci-layout", "{\"imageLayoutVersion\":\"1.0.0\"}")
            .link("index.json", "/etc/passwd")
            .tar());

    assertRefused(
        tar,
        "[BadArchive] "
            + tar
            + " has an entry index.json that is no plain file; build or copy the image again");
  }

  @Test
  void refusesTarThatIsCut() throws IOException {
    Path tar = HandMadeImage.writeTar(HandMadeImage.good().files(), temporary.resolve("image.tar"));
    byte[] bytes = Files.readAllBytes(tar);
    for (int length : new int[] {700, 2000, 3000}) {
      Files.write(tar, Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> read(tar))
          .isInstanceOf(ParkaException.class)
          .hasMessageStartingWith("[");
    }
  }

  @Test
  void refusesFileThatIsNoTar() throws IOException {
    Path file = Files.writeString(temporary.resolve("image.tar"), "no tar at all".repeat(1000));

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(ParkaException.class)
        .hasMessageStartingWith("[BadArchive] " + file + " cannot be read as a tar file: ");
  }

  // FAULTS 63, 86
  @Test
  void holdsNoEndlessNameOfTarInMemory() throws IOException {
    Path tar = temporary.resolve("image.tar");
    try (OutputStream out = Files.newOutputStream(tar);
        TarArchiveOutputStream stream = new TarArchiveOutputStream(out)) {
      TarArchiveEntry entry =
          new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
      byte[] name = new byte[20 << 20];
      Arrays.fill(name, (byte) 'a');
      entry.setSize(name.length);
      stream.putArchiveEntry(entry);
      stream.write(name);
      stream.closeArchiveEntry();
    }

    assertRefused(
        tar,
        "[BadArchive] "
            + tar
            + " cannot be read as a tar file: its headers have more than 16777216 bytes; build or"
            + " copy the image again");
  }

  // FAULTS 63
  @Test
  void refusesHugeDocument() throws IOException {
    SortedMap<String, byte[]> files = HandMadeImage.good().files();
    files.put("index.json", HandMadeImage.utf8("{\"a\":\"" + "x".repeat(5 << 20) + "\"}"));
    HandMadeImage.write(files, temporary);

    assertRefused(
        temporary,
        "[BadDocument] index.json has more than 4194304 bytes; build or copy the image again");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"manifests\":{}}|has no list at manifests",
        "{\"manifests\":[1]}|has no object at manifests[0]",
        "{\"manifests\":[{\"mediaType\":1}]}|has no text at manifests[0].mediaType",
        "{\"manifests\":[{\"mediaType\":\"a\"}]}|has no text at manifests[0].digest",
        "{\"manifests\":[{\"mediaType\":\"a\",\"digest\":\"sha256:../..\"}]}"
            + "|has no SHA-256 digest at manifests[0].digest",
        "[]|is no JSON object"
      })
  void refusesDocumentOfAnotherShape(String documentAndFact) throws IOException {
    String[] parts = documentAndFact.split("\\|", 2);
    SortedMap<String, byte[]> files = HandMadeImage.good().files();
    files.put("index.json", parts[0].getBytes(UTF_8));
    HandMadeImage.write(files, temporary);

    assertRefused(
        temporary, "[BadDocument] index.json " + parts[1] + "; build or copy the image again");
  }

  @Test
  void refusesRepeatedKey() throws IOException {
    SortedMap<String, byte[]> files = HandMadeImage.good().files();
    files.put("index.json", HandMadeImage.utf8("{\"manifests\":[],\"manifests\":[]}"));
    HandMadeImage.write(files, temporary);

    assertThatThrownBy(() -> read(temporary))
        .hasMessageStartingWith("[BadDocument] index.json is no JSON: ");
  }

  @Test
  void refusesDeepNesting() throws IOException {
    SortedMap<String, byte[]> files = HandMadeImage.good().files();
    files.put("index.json", HandMadeImage.utf8("[".repeat(100_000)));
    HandMadeImage.write(files, temporary);

    assertThatThrownBy(() -> read(temporary))
        .hasMessageStartingWith("[BadDocument] index.json is no JSON: ");
  }

  // FAULTS 63
  @Test
  void refusesIndexesWithoutEnd() throws IOException {
    SortedMap<String, byte[]> files = HandMadeImage.good().files();
    byte[] inner = files.get("index.json");
    for (int i = 0; i < 5; i++) {
      ObjectNode descriptor = HandMadeImage.blob(files, INDEX_TYPE, inner);
      inner = HandMadeImage.utf8("{\"manifests\":[" + descriptor + "]}");
    }
    files.put("index.json", inner);
    HandMadeImage.write(files, temporary);

    assertThatThrownBy(() -> read(temporary))
        .hasMessageContaining(
            "leads through too many indexes, or to one of them twice; build or copy");
  }

  @Test
  void followsIndexWithinIndex() throws IOException {
    SortedMap<String, byte[]> files = HandMadeImage.good().files();
    ObjectNode descriptor = HandMadeImage.blob(files, INDEX_TYPE, files.get("index.json"));
    files.put("index.json", HandMadeImage.utf8("{\"manifests\":[" + descriptor + "]}"));
    HandMadeImage.write(files, temporary);

    assertThat(read(temporary).architecture()).contains("amd64");
  }

  @Test
  void choosesImageOfPlatform() throws IOException {
    HandMadeImage.good()
        .index(
            index -> {
              ArrayNode manifests = (ArrayNode) index.get("manifests");
              ObjectNode attestation = ((ObjectNode) manifests.get(0)).deepCopy();
              attestation.putObject("platform").put("os", "unknown").put("architecture", "unknown");
              manifests.insert(0, attestation);
            })
        .write(temporary);

    try (ImageArchive archive = ImageArchive.open(temporary)) {
      assertThat(archive.images()).hasSize(2);
      assertThat(archive.image(Optional.of(Platform.parse("linux/amd64"))).platform()).isEmpty();
      assertThatThrownBy(() -> archive.image(Optional.of(Platform.parse("linux/arm64"))))
          .hasMessage(
              "[NoSuchPlatform] "
                  + temporary
                  + " holds no image for linux/arm64, but for linux/amd64; build it for that"
                  + " platform");
    }
  }

  // FAULTS 74
  @Test
  void followsNoLinkAmongBlobs() throws IOException {
    SortedMap<String, byte[]> files = HandMadeImage.good().files();
    HandMadeImage.write(files, temporary);
    String name = files.keySet().stream().filter(n -> n.startsWith("blobs/")).findFirst().get();
    Path outside = temporary.resolve("outside");
    Files.move(temporary.resolve(name), outside);
    Files.createSymbolicLink(temporary.resolve(name), outside);

    try (ImageArchive archive = ImageArchive.open(temporary)) {
      assertThat(archive.blob(dev.parka.spec.Digest.parse("sha256:" + name.substring(13))))
          .isEmpty();
    }
  }
}
