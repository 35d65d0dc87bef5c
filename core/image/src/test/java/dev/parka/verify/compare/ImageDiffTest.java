package dev.parka.verify.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parka.oci.HandMadeImage;
import dev.parka.oci.HandMadeLayer;
import dev.parka.runtime.ParkaException;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageDiffTest {

  @TempDir private Path directory;
  private int images;

  @Test
  void findsNoDifferenceOfAnImageFromItself() throws IOException {
    ImageDiff diff = diff(HandMadeImage.good(), HandMadeImage.good());

    assertThat(diff.differences()).isEmpty();
    assertThat(diff.isSame()).isTrue();
    assertThat(diff.isEquivalent()).isTrue();
    assertThat(diff.render(true))
        .isEqualTo(
            """
                                           before        after       growth
            stored                            %1$d          %1$d           +0
            unpacked                          243          243           +0

            the same image
            """
                .formatted(diff.before().storedSize()));
  }

  @Test
  void tellsWhatMayMakeContainersBehaveOtherwise() throws IOException {
    HandMadeImage before =
        HandMadeImage.good()
            .container(c -> c.putArray("Env").add("MODE=fast").add("LANG=C.UTF-8"))
            .layer(new HandMadeLayer().file("app/a", "one").file("app/b", "b").link("app/l", "a"));
    HandMadeImage after =
        HandMadeImage.good()
            .container(c -> c.putArray("Env").add("LANG=C.UTF-8").add("MODE=slow"))
            .container(c -> c.put("User", "0:0"))
            .layer(
                new HandMadeLayer()
                    .file("app/a", "two")
                    .file("app/b", 0755, HandMadeImage.utf8("b"))
                    .file("app/c", "c")
                    .link("app/l", "b"));

    assertThat(diff(before, after).semantic())
        .extracting(Difference::toString)
        .containsExactly(
            "config config.Env.MODE: fast → slow",
            "config config.User: 65532:65532 → 0:0",
            "file /app/a: file 0644 0:0, 3 bytes, 7692c3ad3540 → file 0644 0:0, 3 bytes,"
                + " 3fc4ccfe7458",
            "file /app/b: file 0644 0:0, 1 bytes, 3e23e8160039 → file 0755 0:0, 1 bytes,"
                + " 3e23e8160039",
            "file /app/c: nothing → file 0644 0:0, 1 bytes, 2e7d2c03a950",
            "file /app/l: link to a → link to b");
  }

  @Test
  void callsImagesEquivalentWhereOnlyTheirPackingDiffers() throws IOException {
    HandMadeLayer now =
        new HandMadeLayer()
            .add(
                "app/x",
                TarConstants.LF_NORMAL,
                e -> e.setLastModifiedTime(FileTime.fromMillis(1000)),
                HandMadeImage.utf8("x"));
    HandMadeImage before =
        HandMadeImage.good()
            .config(c -> c.put("created", "1980-01-01T00:00:00Z"))
            .layer(new HandMadeLayer().file("app/x", "x"));
    HandMadeImage after =
        HandMadeImage.good()
            .config(c -> c.put("created", "2026-01-01T00:00:00Z"))
            .uncompressed(now);

    ImageDiff diff = diff(before, after);

    assertThat(diff.isSame()).isFalse();
    assertThat(diff.isEquivalent()).isTrue();
    assertThat(diff.differences())
        .extracting(Difference::aspect)
        .containsExactly(
            Aspect.TIME, Aspect.METADATA, Aspect.METADATA, Aspect.LAYER, Aspect.MANIFEST);
    assertThat(diff.differences())
        .extracting(Difference::toString)
        .startsWith(
            "time /app/x: 1970-01-01T00:00:00Z → 1970-01-01T00:00:01Z",
            "metadata created: 1980-01-01T00:00:00Z → 2026-01-01T00:00:00Z");
    assertThat(diff.render(false))
        .endsWith(
            "\nequivalent: the same files and configuration; 5 differences in times, metadata or how"
                + " layers are stored (--strict shows them)\n");
    assertThat(diff.render(true)).contains("\nlayer 2: sha256:").endsWith("\n5 differences\n");
  }

  @Test
  void mergesLayersBeforeItCompares() throws IOException {
    HandMadeImage layered =
        HandMadeImage.good()
            .layer(new HandMadeLayer().file("app/a", "a").file("app/b", "b").file("app/c", "c"))
            .layer(
                new HandMadeLayer()
                    .file("app/.wh.a", "")
                    .file("app/b", "B")
                    .hardLink("app/d", "app/c"));
    HandMadeImage flat =
        HandMadeImage.good()
            .layer(new HandMadeLayer().file("app/b", "B").file("app/c", "c").file("app/d", "c"));

    assertThat(diff(layered, flat).semantic()).isEmpty();
  }

  @Test
  void readsModulesAndPackagesFromTheFilesThatNameThem() throws IOException {
    HandMadeImage before =
        HandMadeImage.good()
            .layer(
                new HandMadeLayer()
                    .file("opt/java/release", "MODULES=\"java.base java.sql\"\n")
                    .file(
                        "var/lib/dpkg/status.d/libc6",
                        "Package: libc6\nArchitecture: amd64\nVersion: 2.36-9\n"));
    HandMadeImage after =
        HandMadeImage.good()
            .layer(
                new HandMadeLayer()
                    .file("lib/apk/db/installed", "P:musl\nV:1.2.5-r0\n\nP:zlib\nV:1.3-r2\n")
                    .file("opt/java/release", "MODULES=\"java.base java.logging\"\n"));

    assertThat(diff(before, after).semantic())
        .extracting(Difference::toString)
        .startsWith(
            "module java.logging: nothing → present",
            "module java.sql: present → nothing",
            "package libc6: 2.36-9 → nothing",
            "package musl: nothing → 1.2.5-r0",
            "package zlib: nothing → 1.3-r2");
  }

  @Test
  void tellsWhereBytesWentTheMostFirst() throws IOException {
    HandMadeImage before =
        HandMadeImage.good().layer(new HandMadeLayer().file("app/lib/a.jar", "12345"));
    HandMadeImage after =
        HandMadeImage.good()
            .layer(
                new HandMadeLayer().file("app/lib/a.jar", "1").file("opt/java/more", "123456789"));

    assertThat(diff(before, after).sizeChanges())
        .containsExactly(new SizeChange("/opt/java", 64, 73), new SizeChange("/app/lib", 5, 1));
  }

  @Test
  void tellsProgramsTheSame() throws IOException {
    HandMadeImage after = HandMadeImage.good().container(c -> c.put("WorkingDir", "/"));
    JsonNode json = new JsonMapper().readTree(diff(HandMadeImage.good(), after).toJson(false));

    assertThat(json.get("same").asBoolean(true)).isFalse();
    assertThat(json.get("equivalent").asBoolean(true)).isFalse();
    assertThat(json.at("/before/unpackedSize").asLong()).isEqualTo(243);
    ObjectNode difference = (ObjectNode) json.at("/differences/0");
    assertThat(difference)
        .hasToString(
            "{\"aspect\":\"config\",\"subject\":\"config.WorkingDir\","
                + "\"before\":\"/app\",\"after\":\"/\"}");
    assertThat(json.at("/differences").size()).isEqualTo(1);
  }

  @Test
  void refusesADamagedLayer() throws IOException {
    byte[] plain = new HandMadeLayer().file("app/x", "x").tar();
    byte[] cut = HandMadeLayer.gzip(plain);
    cut[cut.length / 2] ^= 0x55;
    HandMadeImage damaged = HandMadeImage.good().layer(cut, plain);

    assertThatThrownBy(() -> contents(damaged))
        .isInstanceOf(ParkaException.class)
        .hasMessageContaining("[BadLayer]");
  }

  private ImageDiff diff(HandMadeImage before, HandMadeImage after) throws IOException {
    return ImageDiff.between(contents(before), contents(after));
  }

  private ImageContents contents(HandMadeImage image) throws IOException {
    return ImageContents.read(
        image.write(directory.resolve("image-" + images++)), Optional.empty());
  }
}
