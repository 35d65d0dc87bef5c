package dev.parka.runtime.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  @TempDir private Path directory;

  private long files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.count();
    }
  }

  @Test
  void replacesWhatIsThere() throws IOException {
    Path file = Files.writeString(directory.resolve("a file"), "before");

    WholeFile.write(file, "é");

    assertThat(file).hasContent("é");
    assertThat(files()).isEqualTo(1);
  }

  @Test
  void keepsALinkThatLeadsElsewhere() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "before");
    Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("file"));

    WholeFile.write(link, "after");

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("after");
  }

  @Test
  void writesToADevice() throws IOException {
    Path device = Files.createSymbolicLink(directory.resolve("device"), Path.of("/dev/null"));

    WholeFile.write(device, "gone");

    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    assertThat(files()).isEqualTo(1);
  }

  @Test
  void leavesNothingBehindWhereItCannotWrite() throws IOException {
    Path occupied = Files.createDirectory(directory.resolve("occupied"));

    assertThatThrownBy(() -> WholeFile.write(occupied, "text")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> WholeFile.write(directory.resolve("no/file"), "text"))
        .isInstanceOf(IOException.class);
    assertThat(files()).isEqualTo(1);
  }
}
