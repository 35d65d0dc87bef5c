package dev.parka.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parka.oci.HandMadeImage;
import dev.parka.oci.HandMadeLayer;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageVerifierTest {

  private static final String ZEROS = "0".repeat(64);

  @TempDir private Path temporary;

  private VerificationReport verify(SortedMap<String, byte[]> files) throws IOException {
    Path directory = HandMadeImage.write(files, temporary.resolve("image"));
    Path tar = HandMadeImage.writeTar(files, temporary.resolve("image.tar"));
    VerificationReport report = ImageVerifier.verify(VerificationRequest.of(directory));
    assertThat(ImageVerifier.verify(VerificationRequest.of(tar)).render())
        .isEqualTo(report.render());
    return report;
  }

  private List<String> findings(HandMadeImage image) throws IOException {
    return findings(image.files());
  }

  private List<String> findings(SortedMap<String, byte[]> files) throws IOException {
    return verify(files).findings().stream().map(Finding::toString).toList();
  }

  /** The blob of a layer of {@link HandMadeImage#good}. */
  private static String blob(HandMadeLayer layer) {
    return blob(HandMadeLayer.gzip(layer.tar()));
  }

  private static String blob(byte[] bytes) {
    return "blobs/sha256/" + HandMadeImage.sha256(bytes);
  }

  private static String manifest(SortedMap<String, byte[]> files) {
    String index = new String(files.get("index.json"), java.nio.charset.StandardCharsets.UTF_8);
    int start = index.indexOf("sha256:") + "sha256:".length();
    return "blobs/sha256/" + index.substring(start, start + 64);
  }

  @Test
  void acceptsGoodImage() throws IOException {
    VerificationReport report = verify(HandMadeImage.good().files());

    assertThat(report.findings()).isEmpty();
    assertThat(report.isGood()).isTrue();
    assertThat(report.checks())
        .containsExactly(
            Check.LAYOUT,
            Check.DIGESTS,
            Check.SIZES,
            Check.MEDIA_TYPES,
            Check.ORPHANS,
            Check.PLATFORM,
            Check.DIFF_IDS,
            Check.HISTORY,
            Check.ENTRIES,
            Check.PERMISSIONS,
            Check.USER,
            Check.SCHEMA,
            Check.LIBRARIES,
            Check.CLASS_PATH,
            Check.SECRETS,
            Check.PROGRAMS,
            Check.FLAGS,
            Check.STARTUP);
    byte[] tar = HandMadeImage.application().tar();
    ImageFacts.LayerFacts layer = report.facts().orElseThrow().layers().get(1);
    assertThat(layer.digest().hex()).isEqualTo(HandMadeImage.sha256(HandMadeLayer.gzip(tar)));
    assertThat(layer.diffId().orElseThrow().hex()).isEqualTo(HandMadeImage.sha256(tar));
    assertThat(layer.unpackedSize()).isEqualTo(tar.length);
    assertThat(layer.entries()).isEqualTo(3);
  }

  /** What the image does not know, and a shell will, is not missing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "exec java -cp /app/app.jar $JAVA_OPTS App",
        "exec java -cp /app/app.jar $JAVA_OPTS $MAIN serve",
        "java -jar /app/${APP}.jar || exit 1",
        "java -cp $CLASSES App",
        "exec java -XX:SharedArchiveFile=${ARCHIVE:?} -XX:AOTCache=$CACHE -cp /app/app.jar App",
        "cd /app && exec java -jar app.jar"
      })
  void acceptsWhatAShellIsTold(String script) throws IOException {
    HandMadeImage image =
        HandMadeImage.good()
            .container(c -> c.putArray("Entrypoint").add("sh").add("-c").add(script));

    assertThat(verify(image.files()).findings()).isEmpty();
  }

  @Test
  void findsFlippedByteOfLayer() throws IOException {
    byte[] plain = HandMadeImage.application().tar();
    SortedMap<String, byte[]> files =
        new HandMadeImage()
            .layer(HandMadeImage.runtime())
            .uncompressed(HandMadeImage.application())
            .files();
    String name = blob(plain);
    byte[] flipped = plain.clone();
    flipped[1024] ^= 1;
    files.put(name, flipped);

    String expected = "sha256:" + HandMadeImage.sha256(plain);
    String actual = "sha256:" + HandMadeImage.sha256(flipped);
    assertThat(findings(files))
        .containsExactly(
            "[WrongDigest] " + name + ": expected " + expected + ", found " + actual,
            "[WrongDiffId] " + name + ": expected " + expected + ", found " + actual);
  }

  @Test
  void findsFlippedByteOfCompressedLayer() throws IOException {
    SortedMap<String, byte[]> files = HandMadeImage.good().files();
    String name = blob(HandMadeImage.application());
    files.get(name)[20] ^= 1;

    List<String> findings = findings(files);

    assertThat(findings.get(0)).startsWith("[WrongDigest] " + name + ": expected sha256:");
    assertThat(findings.get(1))
        .startsWith(
            "[BadLayer] " + name + ": expected a readable image, found the layer is damaged");
  }

  @Test
  void findsMissingBlobs() throws IOException {
    SortedMap<String, byte[]> files = HandMadeImage.good().files();
    String name = blob(HandMadeImage.runtime());
    int size = files.remove(name).length;

    assertThat(findings(files))
        .containsExactly("[MissingBlob] " + name + ": expected " + size + " bytes, found no file");
  }

  @Test
  void findsMissingManifest() throws IOException {
    SortedMap<String, byte[]> files = HandMadeImage.good().files();
    String name = manifest(files);
    int size = files.remove(name).length;

    assertThat(findings(files))
        .containsExactly("[MissingBlob] " + name + ": expected " + size + " bytes, found no file");
  }

  @Test
  void findsFlippedByteOfManifest() throws IOException {
    SortedMap<String, byte[]> files = HandMadeImage.good().files();
    String name = manifest(files);
    byte[] spaced = Arrays.copyOf(files.get(name), files.get(name).length + 1);
    spaced[spaced.length - 1] = ' ';
    files.put(name, spaced);

    assertThat(findings(files))
        .containsExactly(
            "[WrongDigest] "
                + name
                + ": expected sha256:"
                + name.substring(13)
                + ", found sha256:"
                + HandMadeImage.sha256(spaced),
            "[WrongSize] "
                + name
                + ": expected "
                + (spaced.length - 1)
                + " bytes, found "
                + spaced.length
                + " bytes");
  }

  @Test
  void findsOrphanBlobs() throws IOException {
    SortedMap<String, byte[]> files = HandMadeImage.good().files();
    files.put("blobs/sha256/" + ZEROS, new byte[] {1});
    files.put("blobs/note", new byte[] {1});
    VerificationReport report = verify(files);

    assertThat(report.isGood()).isTrue();
    assertThat(report.findings())
        .map(Finding::toString)
        .containsExactly(
            "[OrphanBlob] blobs/note: expected a manifest that refers to it, found none",
            "[OrphanBlob] blobs/sha256/"
                + ZEROS
                + ": expected a manifest that refers to it, found none");
  }

  private static Stream<Arguments> changes() {
    String runtime = blob(HandMadeImage.runtime());
    String application = blob(HandMadeImage.application());
    String diffId = HandMadeImage.sha256(HandMadeImage.runtime().tar());
    return Stream.of(
        Arguments.of(
            HandMadeImage.good()
                .manifest(m -> ((ObjectNode) m.get("layers").get(0)).put("size", 5)),
            "[WrongSize] "
                + runtime
                + ": expected 5 bytes, found "
                + HandMadeLayer.gzip(HandMadeImage.runtime().tar()).length
                + " bytes"),
        Arguments.of(
            HandMadeImage.good()
                .config(c -> ((ArrayNode) c.at("/rootfs/diff_ids")).set(0, "sha256:" + ZEROS)),
            "[WrongDiffId] " + runtime + ": expected sha256:" + ZEROS + ", found sha256:" + diffId),
        Arguments.of(
            HandMadeImage.good().config(c -> ((ArrayNode) c.at("/rootfs/diff_ids")).remove(1)),
            "[LayerCountMismatch] config.rootfs.diff_ids: expected one for each of 2 layers, found 1"),
        Arguments.of(
            HandMadeImage.good()
                .config(c -> ((ArrayNode) c.get("history")).addObject().put("created_by", "x")),
            "[HistoryMismatch] config.history: expected 2 steps with a layer, found 3"),
        Arguments.of(
            HandMadeImage.good().config(c -> c.remove("architecture")),
            "[WrongPlatform] config.architecture: expected a processor, found nothing"),
        Arguments.of(
            HandMadeImage.good().config(c -> c.put("os", "windows")),
            "[WrongPlatform] config.os: expected linux, found windows"),
        Arguments.of(
            HandMadeImage.good()
                .index(
                    i ->
                        ((ObjectNode) i.get("manifests").get(0))
                            .putObject("platform")
                            .put("os", "linux")
                            .put("architecture", "arm64")),
            "[WrongPlatform] index.json: expected linux/amd64, found linux/arm64"),
        Arguments.of(
            HandMadeImage.good().config(c -> c.put("architecture", "arm64")),
            "[WrongArchitecture] /opt/java/bin/java: expected arm64, found amd64"),
        Arguments.of(
            HandMadeImage.good()
                .manifest(
                    m -> ((ObjectNode) m.get("layers").get(0)).put("mediaType", "text/plain")),
            "[WrongMediaType] "
                + runtime
                + ": expected the media type of a layer, found text/plain"),
        Arguments.of(
            HandMadeImage.good()
                .manifest(
                    m ->
                        ((ObjectNode) m.get("layers").get(1))
                            .put("mediaType", "application/vnd.oci.image.layer.v1.tar")),
            "[WrongMediaType] "
                + application
                + ": expected compression none as application/vnd.oci.image.layer.v1.tar says,"
                + " found compression gzip"),
        Arguments.of(
            HandMadeImage.good().container(c -> c.remove("User")),
            "[RunsAsRoot] config.User: expected a user other than root, found nothing, which is"
                + " root"),
        Arguments.of(
            HandMadeImage.good().container(c -> c.put("User", "0:0")),
            "[RunsAsRoot] config.User: expected a user other than root, found 0:0"),
        Arguments.of(
            HandMadeImage.good().container(c -> c.putArray("Entrypoint").add("/bin/sh")),
            "[NoEntrypointFile] /bin/sh: expected an executable file, found nothing"),
        Arguments.of(
            HandMadeImage.good()
                .layer(new HandMadeLayer().file("tmp/.wh..wh..opq", "").file(".wh.tmp", "")),
            "[NoTemporaryDirectory] /tmp: expected a directory of mode 1777, found nothing"),
        Arguments.of(
            HandMadeImage.good().layer(new HandMadeLayer().directory("tmp", 0755)),
            "[NoTemporaryDirectory] /tmp: expected a directory of mode 1777, found a directory of"
                + " mode 0755"),
        Arguments.of(
            HandMadeImage.good().layer(new HandMadeLayer().file("app/su", 04755, new byte[1])),
            "[SetuidFile] /app/su: expected no setuid or setgid bit, found mode 4755"),
        Arguments.of(
            HandMadeImage.good()
                .layer(
                    new HandMadeLayer()
                        .add(
                            "app/ping",
                            TarConstants.LF_NORMAL,
                            e -> {
                              e.setMode(0755);
                              e.addPaxHeader("SCHILY.xattr.security.capability", "x");
                            },
                            new byte[1])),
            "[SetuidFile] /app/ping: expected no file capabilities, found security.capability"),
        Arguments.of(
            HandMadeImage.good().layer(new HandMadeLayer().file("app/open", 0666, new byte[1])),
            "[WorldWritableFile] /app/open: expected no write for all, found mode 0666"),
        Arguments.of(
            HandMadeImage.good().layer(new HandMadeLayer().directory("app/open", 0777)),
            "[WorldWritableFile] /app/open: expected a sticky bit, or no write for all, found mode"
                + " 0777"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void findsWhatIsChanged(HandMadeImage image, String finding) throws IOException {
    assertThat(findings(image)).containsExactly(finding);
  }

  @Test
  void warnsOfUnsortedEntriesAndUnevenTimes() throws IOException {
    HandMadeLayer layer =
        new HandMadeLayer()
            .file("b", "1")
            .add(
                "a",
                TarConstants.LF_NORMAL,
                e -> e.setLastModifiedTime(FileTime.fromMillis(1000)),
                new byte[1]);
    VerificationReport report = verify(HandMadeImage.good().layer(layer).files());

    assertThat(report.isGood()).isTrue();
    assertThat(report.warnings())
        .map(Finding::toString)
        .containsExactly(
            "[UnsortedEntries] "
                + blob(layer)
                + ": expected entries sorted by path, found /a after /b",
            "[UnevenTimes] "
                + blob(layer)
                + ": expected one modification time, found 2 from 1970-01-01T00:00:00Z to"
                + " 1970-01-01T00:00:01Z");
  }

  // FAULTS 79, 85: told with all the rest
  @Test
  void tellsHostileEntriesAsFindings() throws IOException {
    HandMadeLayer layer = new HandMadeLayer().file("../x", "").file("y", "1").file("y", "2");
    String name = blob(layer);

    assertThat(findings(HandMadeImage.good().layer(layer)))
        .containsExactly(
            "[HostileLayer] "
                + name
                + ": expected a readable image, found '../x' has a name that is no path below the"
                + " root",
            "[DuplicateEntry] "
                + name
                + ": expected a readable image, found /y is twice in one layer, which readers"
                + " disagree on");
  }

  @Test
  void collectsFindingsOfAllKinds() throws IOException {
    List<String> findings =
        findings(
            HandMadeImage.good()
                .layer(new HandMadeLayer().file("app/su", 04755, new byte[1]))
                .container(c -> c.put("User", "root"))
                .config(
                    c -> {
                      c.put("architecture", "arm64");
                      ((ArrayNode) c.get("history")).remove(0);
                    }));

    assertThat(findings)
        .map(f -> f.substring(1, f.indexOf(']')))
        .containsExactly("SetuidFile", "HistoryMismatch", "RunsAsRoot", "WrongArchitecture");
  }

  @Test
  void reportsPathWithoutImage() throws IOException {
    VerificationReport report =
        ImageVerifier.verify(VerificationRequest.of(temporary.resolve("nothing")));

    assertThat(report.isGood()).isFalse();
    assertThat(report.facts()).isEmpty();
    assertThat(report.findings()).extracting(f -> f.id().id()).containsExactly("NotAnImage");
  }

  @Test
  void toleratesRootWhereItIsMeant() throws IOException {
    Path image =
        HandMadeImage.good()
            .container(c -> c.put("User", "root"))
            .write(temporary.resolve("image"));

    assertThat(ImageVerifier.verify(VerificationRequest.of(image).allowingRoot()).findings())
        .isEmpty();
  }

  @Test
  void namesMachineThatNoPlatformHas() throws IOException {
    byte[] riscv =
        HexFormat.of()
            .parseHex(
                "7f454c46020101000000000000000000"
                    + "0300f300010000000000000000000000"
                    + "00000000000000000000000000000000"
                    + "00000000400038000000400000000000");
    HandMadeLayer layer = new HandMadeLayer().file("opt/java/bin/java", 0755, riscv);

    assertThat(findings(HandMadeImage.good().layer(layer)))
        .containsExactly(
            "[WrongArchitecture] /opt/java/bin/java: expected amd64, found ELF machine 243");
  }
}
