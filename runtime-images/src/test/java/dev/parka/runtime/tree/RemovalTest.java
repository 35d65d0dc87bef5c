package dev.parka.runtime.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemovalTest {

  @TempDir Path directory;

  @Test
  void removesEverythingAndFollowsNoLink() throws IOException {
    Path kept = Files.writeString(directory.resolve("kept"), "x");
    Path gone = Files.createDirectories(directory.resolve("gone/deep")).getParent();
    Files.createSymbolicLink(gone.resolve("out"), directory);
    Files.createSymbolicLink(gone.resolve("dangling"), Path.of("nowhere"));
    Files.writeString(gone.resolve("deep/file"), "x");
    Files.setPosixFilePermissions(
        gone.resolve("deep"), PosixFilePermissions.fromString("r-xr-xr-x"));
    Removal.of(gone);
    assertThat(gone).doesNotExist();
    assertThat(kept).exists();
  }

  @Test
  void nothingThereIsFine() {
    assertThatCode(() -> Removal.of(directory.resolve("none"))).doesNotThrowAnyException();
  }
}
