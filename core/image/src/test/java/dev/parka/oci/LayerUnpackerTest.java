package dev.parka.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.tree.Content;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LayerUnpackerTest {

  @TempDir private Path temporary;

  private Path unpack(HandMadeLayer... layers) throws IOException {
    Path root = temporary.resolve("root");
    List<Content> contents = Stream.of(layers).map(layer -> Content.of(layer.tar())).toList();
    LayerUnpacker.unpack(contents, root, LayerReader.Limits.DEFAULT);
    return root;
  }

  private static int mode(Path file) throws IOException {
    return (Integer) Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS) & 07777;
  }

  @Test
  void writesFilesLinksAndModes() throws IOException {
    Path root =
        unpack(
            new HandMadeLayer()
                .directory("bin", 0555)
                .file("bin/program", 0751, new byte[] {1})
                .hardLink("bin/same", "bin/program")
                .link("bin/link", "/bin/program")
                .directory("tmp", 01777));

    assertThat(mode(root)).isEqualTo(0755);
    assertThat(mode(root.resolve("bin"))).isEqualTo(0555);
    assertThat(mode(root.resolve("bin/program"))).isEqualTo(0751);
    assertThat(mode(root.resolve("tmp"))).isEqualTo(01777);
    assertThat(Files.readSymbolicLink(root.resolve("bin/link"))).hasToString("/bin/program");
    assertThat(Files.getAttribute(root.resolve("bin/same"), "unix:ino"))
        .isEqualTo(Files.getAttribute(root.resolve("bin/program"), "unix:ino"));
  }

  @Test
  void keepsTimes() throws IOException {
    FileTime time = FileTime.from(Instant.parse("1980-01-01T00:00:02Z"));
    Path root =
        unpack(
            new HandMadeLayer()
                .entry("app/", TarConstants.LF_DIR, entry -> entry.setLastModifiedTime(time))
                .entry("app/app.jar", TarConstants.LF_NORMAL, e -> e.setLastModifiedTime(time)));

    assertThat(Files.getLastModifiedTime(root.resolve("app"))).isEqualTo(time);
    assertThat(Files.getLastModifiedTime(root.resolve("app/app.jar"))).isEqualTo(time);
  }

  // FAULTS 83
  @Test
  void dropsSetuid() throws IOException {
    Path root = unpack(new HandMadeLayer().file("su", 06755, new byte[] {1}));

    assertThat(mode(root.resolve("su"))).isEqualTo(0755);
  }

  // FAULTS 84
  @Test
  void removesWhatUpperLayersRemove() throws IOException {
    Path root =
        unpack(
            new HandMadeLayer().file("a/b/c", "1").file("a/d", "2").file("e/f", "3").file("g", "4"),
            new HandMadeLayer()
                .file("a/.wh.b", "")
                .file("e/.wh..wh..opq", "")
                .file("e/new", "5")
                .directory("g", 0755)
                .file("g/h", "6"));

    try (Stream<Path> files = Files.walk(root)) {
      assertThat(files.filter(Files::isRegularFile).map(f -> root.relativize(f).toString()))
          .containsExactlyInAnyOrder("a/d", "e/new", "g/h");
    }
  }

  // FAULTS 80
  @Test
  void writesNothingThroughLinks() throws IOException {
    Path outside = Files.createDirectory(temporary.resolve("outside"));

    assertThatThrownBy(
            () ->
                unpack(
                    new HandMadeLayer().link("a", outside.toString()),
                    new HandMadeLayer().file("a/x", "hostile").file("../outside/y", "hostile")))
        .isInstanceOf(ParkaException.class)
        .hasMessage(
            """
            [HostileLayer] /a/x lies behind the symbolic link /a; build the image with another tool
            [HostileLayer] '../outside/y' has a name that is no path below the root; build the \
            image with another tool""");
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void replacesLinkAndDoesNotFollowIt() throws IOException {
    Path outside = Files.writeString(temporary.resolve("outside"), "safe");

    Path root =
        unpack(
            new HandMadeLayer().link("a", outside.toString()),
            new HandMadeLayer().file("a", "new"));

    assertThat(root.resolve("a")).hasContent("new");
    assertThat(outside).hasContent("safe");
  }

  // FAULTS 71, 87
  @Test
  void refusesDirectoryThatExists() throws IOException {
    Files.createDirectory(temporary.resolve("root"));

    assertThatThrownBy(this::unpack).isInstanceOf(FileAlreadyExistsException.class);
  }

  // FAULTS 77
  @Test
  void refusesNameThatThisMachineCannotWrite() {
    String name = "n".repeat(300);

    assertThatThrownBy(() -> unpack(new HandMadeLayer().file(name, "1")))
        .isInstanceOf(ParkaException.class)
        .hasMessage(
            "[CannotUnpack] /%1$s cannot be written: %2$s/%1$s: File name too long; look at space"
                    .formatted(name, temporary.resolve("root"))
                + " and names in "
                + temporary.resolve("root")
                + ", and run Java with a UTF-8 locale");
  }
}
