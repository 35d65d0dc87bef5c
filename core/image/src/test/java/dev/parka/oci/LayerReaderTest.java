package dev.parka.oci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.Problem;
import dev.parka.runtime.tree.Content;
import dev.parka.runtime.tree.ImagePath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class LayerReaderTest {

  private static final String TOOL = "; build the image with another tool";
  private static final String AGAIN = "; build or copy the image again";

  private static List<String> problems(LayerReader.Limits limits, byte[]... layers)
      throws IOException {
    LayerReader reader = new LayerReader(limits);
    List<String> problems = new ArrayList<>();
    for (byte[] layer : layers) {
      reader.read(Content.of(layer), (entry, removed, content) -> {}).problems().stream()
          .map(Problem::toString)
          .forEach(problems::add);
    }
    return problems;
  }

  private static List<String> problems(byte[]... layers) throws IOException {
    return problems(LayerReader.Limits.DEFAULT, layers);
  }

  private static HandMadeLayer layer() {
    return new HandMadeLayer();
  }

  // FAULTS 37, 79 to 85
  private static Stream<Arguments> hostile() {
    return Stream.of(
        Arguments.of(
            layer().file("../x", ""),
            "HostileLayer",
            "'../x' has a name that is no path below the root"),
        Arguments.of(
            layer().file("a/../../x", ""),
            "HostileLayer",
            "'a/../../x' has a name that is no path below the root"),
        Arguments.of(
            layer().file("/etc/x", ""),
            "HostileLayer",
            "'/etc/x' has a name that is no path below the root"),
        Arguments.of(
            layer().file("a\nb", ""),
            "HostileLayer",
            "'a\\u000ab' has a name that is no path below the root"),
        Arguments.of(
            layer().link(".", "/etc"), "HostileLayer", "/ would replace the root directory"),
        Arguments.of(
            layer().link("a", "/etc").file("a/x", ""),
            "HostileLayer",
            "/a/x lies behind the symbolic link /a"),
        Arguments.of(
            layer().link("a", "..").directory("a/b", 0755),
            "HostileLayer",
            "/a/b lies behind the symbolic link /a"),
        Arguments.of(
            layer().file("a", "").file("a/x", ""), "HostileLayer", "/a/x lies behind the file /a"),
        Arguments.of(
            layer().file("a/x", "").file("a", ""),
            "DuplicateEntry",
            "/a is twice in one layer, which readers disagree on"),
        Arguments.of(layer().link("a", ""), "HostileLayer", "'a' is a symbolic link to nothing"),
        Arguments.of(
            layer().hardLink("a", "../etc/shadow"),
            "HostileLayer",
            "/a is a hard link to ../etc/shadow, no file of the image"),
        Arguments.of(
            layer().hardLink("a", "/etc/shadow"),
            "HostileLayer",
            "/a is a hard link to /etc/shadow, no file of the image"),
        Arguments.of(
            layer().link("l", "/etc").hardLink("a", "l/shadow"),
            "HostileLayer",
            "/a is a hard link to l/shadow, no file of the image"),
        Arguments.of(
            layer().link("l", "/etc/shadow").hardLink("a", "l"),
            "HostileLayer",
            "/a is a hard link to l, no file of the image"),
        Arguments.of(
            layer().entry("d", TarConstants.LF_BLK, e -> {}),
            "HostileLayer",
            "'d' is a device, a FIFO or of an unknown kind"),
        Arguments.of(
            layer().entry("d", TarConstants.LF_CHR, e -> {}),
            "HostileLayer",
            "'d' is a device, a FIFO or of an unknown kind"),
        Arguments.of(
            layer().entry("d", TarConstants.LF_FIFO, e -> {}),
            "HostileLayer",
            "'d' is a device, a FIFO or of an unknown kind"),
        Arguments.of(
            layer().file("a/.wh.", ""),
            "HostileLayer",
            "'a/.wh.' is a whiteout of nothing that a layer may remove"),
        Arguments.of(
            layer().file("a/.wh..", ""),
            "HostileLayer",
            "'a/.wh..' is a whiteout of nothing that a layer may remove"),
        Arguments.of(
            layer().file("a/.wh...", ""),
            "HostileLayer",
            "'a/.wh...' is a whiteout of nothing that a layer may remove"),
        Arguments.of(
            layer().file("a/.wh..wh.plnk", ""),
            "HostileLayer",
            "'a/.wh..wh.plnk' is a whiteout of nothing that a layer may remove"),
        Arguments.of(
            layer().link("a", "/etc").file("a/.wh.passwd", ""),
            "HostileLayer",
            "/a/passwd lies behind the symbolic link /a"),
        Arguments.of(
            layer().file("a", "1").file("./a", "2"),
            "DuplicateEntry",
            "/a is twice in one layer, which readers disagree on"),
        Arguments.of(
            layer().directory("a", 0755).directory("a", 0700),
            "DuplicateEntry",
            "/a is twice in one layer, which readers disagree on"));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void refusesHostileEntry(HandMadeLayer layer, String id, String fact) throws IOException {
    assertThat(problems(layer.tar())).containsExactly("[" + id + "] " + fact + TOOL);
  }

  // FAULTS 80
  @Test
  void refusesWriteThroughLinkOfLowerLayer() throws IOException {
    assertThat(problems(layer().link("a", "/etc").tar(), layer().file("a/x", "").tar()))
        .containsExactly("[HostileLayer] /a/x lies behind the symbolic link /a" + TOOL);
  }

  @Test
  void collectsEveryProblemOfLayer() throws IOException {
    assertThat(problems(layer().file("../x", "").file("good", "").file("/y", "").tar())).hasSize(2);
  }

  @Test
  void mergesLayersWithWhiteouts() throws IOException {
    LayerReader reader = new LayerReader(LayerReader.Limits.DEFAULT);
    HandMadeLayer lower =
        layer()
            .file("a/one", "1")
            .file("a/two", "2")
            .file("b/c/d", "3")
            .file("e", "4")
            .link("f", "e");
    HandMadeLayer upper =
        layer()
            .file("a/.wh.one", "")
            .file("b/new", "5")
            .file("b/.wh..wh..opq", "")
            .directory("e", 0700)
            .file("f/g", "6");
    reader.read(Content.of(lower.tar()), (entry, removed, content) -> {});
    // What was a link becomes a directory only by a whiteout or an entry of its own.
    LayerReader.Contents contents =
        reader.read(Content.of(upper.tar()), (entry, removed, content) -> {});

    assertThat(contents.problems())
        .extracting(Problem::fact)
        .containsExactly("/f/g lies behind the symbolic link /f");
    assertThat(reader.tree().entries())
        .extracting(entry -> entry.path().value())
        .containsExactly("/", "/a", "/a/two", "/b", "/b/new", "/e", "/f");
    assertThat(reader.tree().find(new ImagePath("/e")).orElseThrow().kind())
        .isEqualTo(ArchiveEntry.Kind.DIRECTORY);
  }

  @Test
  void readsGzipAndPlainAlike() throws IOException {
    byte[] tar = HandMadeImage.application().tar();
    for (byte[] stored : List.of(tar, HandMadeLayer.gzip(tar))) {
      LayerReader.Contents contents =
          new LayerReader(LayerReader.Limits.DEFAULT)
              .read(Content.of(stored), (entry, removed, content) -> {});
      assertThat(contents.digest().hex()).isEqualTo(HandMadeImage.sha256(stored));
      assertThat(contents.diffId().orElseThrow().hex()).isEqualTo(HandMadeImage.sha256(tar));
      assertThat(contents.storedSize()).isEqualTo(stored.length);
      assertThat(contents.unpackedSize()).isEqualTo(tar.length);
      assertThat(contents.entries()).isEqualTo(3);
      assertThat(contents.problems()).isEmpty();
    }
  }

  // FAULTS 86
  @Test
  void refusesGzipBomb() throws IOException {
    byte[] bomb = HandMadeLayer.gzip(layer().file("a", 0644, new byte[40 << 20]).tar());

    assertThat(problems(bomb))
        .containsExactly(
            "[LayerTooLarge] the layer has more than 250 bytes for each stored one; raise the limit"
                + " if that is meant");
  }

  @Test
  void refusesMoreBytesAndEntriesThanTheLimits() throws IOException {
    byte[] tar = layer().file("a", "1").file("b", "2").tar();

    assertThat(problems(new LayerReader.Limits(1, 1 << 20, 250), tar))
        .containsExactly(
            "[LayerTooLarge] the layer has more than 1 entries; raise the limit if that is meant");
    assertThat(problems(new LayerReader.Limits(10, 1000, 250), tar))
        .containsExactly(
            "[LayerTooLarge] the layer has more than 1000 bytes; raise the limit if that is meant");
  }

  @Test
  void addsUpWhatLayersHave() throws IOException {
    byte[] tar = layer().file("a", 0644, new byte[5000]).tar();
    LayerReader reader = new LayerReader(new LayerReader.Limits(10, 10_000, 250));
    assertThat(reader.read(Content.of(tar), (entry, removed, in) -> {}).problems()).isEmpty();
    assertThat(reader.read(Content.of(tar), (entry, removed, in) -> {}).problems())
        .extracting(Object::toString)
        .containsExactly(
            "[LayerTooLarge] the layer has more than 10000 bytes, with the layers below it; raise"
                + " the limit if that is meant");
  }

  // FAULTS 86
  @Test
  void refusesHugeHeader() throws IOException {
    byte[] tar =
        layer()
            .add("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME, e -> {}, new byte[3 << 20])
            .file("a", "")
            .tar();

    assertThat(problems(tar))
        .containsExactly(
            "[LayerTooLarge] the layer has a header of more than 1048576 bytes; raise the limit if"
                + " that is meant");
  }

  // FAULTS 86
  @Test
  void refusesBytesAfterGzipMember() throws IOException {
    byte[] gzip = HandMadeLayer.gzip(layer().file("a", "1").tar());
    String expected = "[BadLayer] the layer holds bytes after the end of its gzip data" + AGAIN;

    assertThat(problems(join(gzip, new byte[] {0}))).containsExactly(expected);
    assertThat(problems(join(gzip, gzip))).containsExactly(expected);
  }

  @Test
  void refusesBytesAfterTar() throws IOException {
    byte[] tar = layer().file("a", "1").tar();

    assertThat(problems(join(tar, layer().file("b", "2").tar())))
        .containsExactly(
            "[BadLayer] the layer holds bytes after the end of its tar archive" + AGAIN);
  }

  @Test
  void refusesLayerThatIsCut() throws IOException {
    byte[] tar = layer().file("a", 0644, new byte[5000]).tar();
    byte[] gzip = HandMadeLayer.gzip(tar);

    assertThat(problems(Arrays.copyOf(tar, 512 + 5120)))
        .containsExactly("[BadLayer] the layer is cut: its tar archive has no end" + AGAIN);
    assertThat(problems(Arrays.copyOf(tar, 1000)))
        .singleElement()
        .asString()
        .startsWith("[BadLayer] the layer is damaged: ");
    assertThat(problems(Arrays.copyOf(gzip, gzip.length - 9)))
        .singleElement()
        .asString()
        .startsWith("[BadLayer] the layer is damaged: ");
  }

  @Test
  void survivesEveryFlippedByteOfHeader() throws IOException {
    byte[] tar = layer().link("l", "x").file("a/b", "content").tar();
    for (int i = 0; i < 1024; i++) {
      byte[] flipped = tar.clone();
      flipped[i] ^= (byte) 0xff;
      assertThat(problems(flipped)).as("byte " + i).isNotEmpty();
    }
  }

  private static byte[] join(byte[] first, byte[] second) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(first);
    bytes.writeBytes(second);
    return bytes.toByteArray();
  }
}
