package dev.parka.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.ParkaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// FAULTS 69, 70, 71
class WholeOutputTest {

  @TempDir Path directory;

  @Test
  void replacesAFileAtTheEnd() throws IOException {
    Path file = Files.writeString(directory.resolve("x.tar"), "old");
    WholeOutput.file(
        file,
        beside -> {
          Files.writeString(beside, "new");
          assertThat(file).hasContent("old");
        });
    assertThat(file).hasContent("new");
    assertThat(names()).containsExactly("x.tar");
  }

  @Test
  void leavesNothingHalfWritten() throws IOException {
    Path file = Files.writeString(directory.resolve("x.tar"), "old");
    assertThatThrownBy(
            () ->
                WholeOutput.file(
                    file,
                    beside -> {
                      Files.writeString(beside, "half");
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(ParkaException.class)
        .hasMessage(
            "[CannotWrite] "
                + file
                + " cannot be written: IOException: No space left on device; choose another place,"
                + " or make room there");
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("x.tar");
  }

  @Test
  void refusesAPlaceBelowAFile() throws IOException {
    Path file = Files.writeString(directory.resolve("plain"), "x").resolve("x.tar");
    assertThatThrownBy(() -> WholeOutput.file(file, beside -> Files.writeString(beside, "x")))
        .isInstanceOf(ParkaException.class)
        .hasMessageStartingWith("[CannotWrite] " + file + " cannot be written: ");
  }

  @Test
  void aDirectoryIsNeverReplacedByAFile() {
    assertThatThrownBy(() -> WholeOutput.file(directory, beside -> {}))
        .hasMessageContaining("cannot be written: a directory is there");
  }

  @Test
  void replacesALayoutAndNothingElse() throws IOException {
    Path layout = Files.createDirectory(directory.resolve("layout"));
    WholeOutput.directory(layout, beside -> layout(beside, "one"));
    WholeOutput.directory(layout, beside -> layout(beside, "two"));
    assertThat(layout.resolve("blob")).hasContent("two");
    Files.delete(layout.resolve("oci-layout"));
    assertThatThrownBy(() -> WholeOutput.directory(layout, beside -> layout(beside, "three")))
        .hasMessage(
            "[CannotWrite] "
                + layout
                + " cannot be written: something that is no image layout is there; choose another"
                + " place, or make room there");
    assertThat(layout.resolve("blob")).hasContent("two");
    assertThat(names()).containsExactly("layout");
  }

  private static void layout(Path at, String blob) throws IOException {
    Files.createDirectory(at);
    Files.writeString(at.resolve("oci-layout"), "{}");
    Files.writeString(at.resolve("blob"), blob);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
