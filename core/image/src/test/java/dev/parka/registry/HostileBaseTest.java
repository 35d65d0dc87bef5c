package dev.parka.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.oci.BaseLayers;
import dev.parka.oci.HandMadeImage;
import dev.parka.oci.HandMadeLayer;
import dev.parka.runtime.ParkaException;
import dev.parka.spec.ImageReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Base images that somebody made to get out of where they are unpacked; FAULTS 79 to 87. */
class HostileBaseTest {

  @TempDir private Path temporary;

  static Stream<Arguments> layers() {
    return Stream.of(
        refused("parent", "[HostileLayer]", layer().file("../canary", "x")),
        refused("absolute", "[HostileLayer]", layer().file("/canary", "x")),
        refused("parent within", "[HostileLayer]", layer().file("a/../../canary", "x")),
        refused("write through a link", "", layer().link("out", "..").file("out/canary", "x")),
        refused(
            "write through a link of a lower layer",
            "",
            layer().link("out", "/tmp"),
            layer().file("out/canary", "x")),
        refused("hard link out", "", layer().hardLink("mine", "../canary")),
        refused(
            "hard link through a link", "", layer().link("out", "..").hardLink("a", "out/canary")),
        refused("device", "", layer().entry("null", TarConstants.LF_CHR, entry -> {})),
        refused("block device", "", layer().entry("sda", TarConstants.LF_BLK, entry -> {})),
        refused("pipe", "", layer().entry("pipe", TarConstants.LF_FIFO, entry -> {})),
        refused("twice", "", layer().file("a", "1").file("a", "2")),
        refused("whiteout of the parent", "", layer().file(".wh...", "")),
        refused("whiteout of itself", "", layer().file(".wh..", "")),
        refused("whiteout of nothing", "", layer().file(".wh.", "")),
        refused("the root as a link", "", layer().link(".", "/tmp")),
        refused("bomb", "[LayerTooLarge]", layer().file("zeros", 0644, new byte[64 << 20])));
  }

  private static HandMadeLayer layer() {
    return new HandMadeLayer();
  }

  private static Arguments refused(String name, String id, HandMadeLayer... layers) {
    return Arguments.of(Named.of(name, List.of(layers)), id);
  }

  private Path unpack(List<HandMadeLayer> layers) throws IOException {
    HandMadeImage image = new HandMadeImage();
    layers.forEach(image::layer);
    try (FakeRegistry registry = new FakeRegistry()) {
      registry.put("base", "1", image.files());
      ImageReference reference = registry.reference("base:1");
      PulledImage pulled =
          ImagePull.with(new TestPatience().options())
              .in(Optional.empty())
              .pull(
                  reference,
                  ImagePullTest.PLATFORM,
                  Files.createDirectory(temporary.resolve("layout")));
      Path root = Files.createDirectory(temporary.resolve("inner")).resolve("root");
      BaseLayers.read(pulled.layout(), new BaseLayers.Origin(reference, pulled.pin()), root);
      return root;
    }
  }

  @ParameterizedTest
  @MethodSource("layers")
  void nothingIsWrittenOutsideAndNothingTaken(List<HandMadeLayer> layers, String id)
      throws IOException {
    Path canary =
        Files.writeString(
            Files.createDirectories(temporary.resolve("inner0")).resolve("canary"), "alive");
    List<Path> before = outside();
    assertThatThrownBy(() -> unpack(layers))
        .isInstanceOf(ParkaException.class)
        .hasMessageContaining(id);
    assertThat(outside()).isEqualTo(before);
    assertThat(canary).hasContent("alive");
    assertThat(Path.of("/tmp/canary")).doesNotExist();
  }

  private List<Path> outside() throws IOException {
    try (Stream<Path> files = Files.walk(temporary)) {
      return files
          .filter(file -> !file.startsWith(temporary.resolve("layout")))
          .filter(file -> !file.startsWith(temporary.resolve("inner/root")))
          .filter(file -> !file.equals(temporary.resolve("inner")))
          .sorted()
          .toList();
    }
  }

  @Test
  void linksAndModesDoNoHarm() throws IOException {
    Path root =
        unpack(
            List.of(
                layer()
                    .file("plain", "x")
                    .file("setuid", 04755, new byte[1])
                    .link("leads/out", "/etc/passwd")));
    assertThat(root.resolve("plain")).hasContent("x");
    assertThat((int) Files.getAttribute(root.resolve("setuid"), "unix:mode") & 07777)
        .isEqualTo(0755);
    assertThat(Files.readSymbolicLink(root.resolve("leads/out"))).hasToString("/etc/passwd");
  }
}
