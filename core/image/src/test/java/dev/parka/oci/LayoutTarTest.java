package dev.parka.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.tree.Content;
import dev.parka.runtime.tree.FileEntry;
import dev.parka.runtime.tree.FileTree;
import dev.parka.runtime.tree.ImagePath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTarTest {

  private static final Instant TIME = Instant.parse("2020-02-03T04:05:06Z");
  private static final int RECORD = 512;

  @TempDir private Path directory;

  private FileEntry file(String path, int size) throws IOException {
    Path file = directory.resolve(path.replace('/', '_'));
    Files.write(file, new byte[size]);
    return new FileEntry.RegularFile(new ImagePath(path), 0644, Content.of(file));
  }

  @Test
  void writesWhatTheWriterOfLayersWrites() throws IOException {
    FileTree files =
        FileTree.of(
            List.of(
                file("/blobs/sha256/" + "a".repeat(64), 3 * RECORD),
                file("/blobs/sha256/" + "b".repeat(64), 3 * RECORD + 1),
                file("/blobs/sha256/" + "c".repeat(64), RECORD - 1),
                file("/empty", 0),
                new FileEntry.RegularFile(
                    new ImagePath("/manifest.json"), 0644, Content.utf8("[]"))));
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    LayerWriter.writeTar(files, TIME, expected);
    Path tar = directory.resolve("tar");
    LayoutTar.write(files, TIME, tar);
    assertThat(tar).hasBinaryContent(expected.toByteArray());
  }

  @Test
  void refusesWhatNoLayoutHas() {
    FileTree link =
        FileTree.of(List.of(new FileEntry.SymbolicLink(new ImagePath("/link"), "elsewhere")));
    assertThatThrownBy(() -> LayoutTar.write(link, TIME, directory.resolve("tar")))
        .isInstanceOf(IOException.class)
        .hasMessage("/link is nothing that a layout has");
  }

  @Test
  void refusesNamesThatNeedMoreThanOneHeader() throws IOException {
    FileTree named = FileTree.of(List.of(file("/" + "n".repeat(101), 1)));
    assertThatThrownBy(() -> LayoutTar.write(named, TIME, directory.resolve("tar")))
        .isInstanceOf(IOException.class)
        .hasMessage("n".repeat(101) + " does not fit into a plain header");
  }
}
