package dev.parka.runtime.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {

  @Test
  void addsMissingParentsAndSorts() {
    FileTree tree = FileTree.of(List.of(file("/z"), file("/a/b/c"), file("/a-b")));
    assertThat(tree.entries())
        .extracting(entry -> entry.path().value())
        .containsExactly("/a", "/a-b", "/a/b", "/a/b/c", "/z");
    assertThat(tree.find(new ImagePath("/a/b")))
        .contains(new FileEntry.Directory(new ImagePath("/a/b"), 0755));
  }

  // FAULTS 85
  @Test
  void refusesTwoFilesAtOnePath() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FileTree.of(List.of(file("/a"), file("/a"))))
        .withMessage("two files at /a");
  }

  @Test
  void refusesAFileBelowAFile() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FileTree.of(List.of(file("/a"), file("/a/b"))))
        .withMessage("/a/b lies below a file");
  }

  @Test
  void readsADirectoryWithNormalModes(@TempDir Path directory) throws IOException {
    Files.createDirectory(directory.resolve("bin"));
    Path tool = Files.writeString(directory.resolve("bin/tool"), "x");
    Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx--x--x"));
    Path data = Files.writeString(directory.resolve("data"), "123");
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rw-------"));
    Files.createSymbolicLink(directory.resolve("link"), Path.of("data"));
    FileTree tree = FileTree.read(directory, new ImagePath("/opt/x"));
    assertThat(tree.entries())
        .extracting(FileTreeTest::describe)
        .containsExactly(
            "/opt 755",
            "/opt/x 755",
            "/opt/x/bin 755",
            "/opt/x/bin/tool 755",
            "/opt/x/data 644",
            "/opt/x/link -> data");
    assertThat(tree.contentSize()).isEqualTo(4);
  }

  // FAULTS 75
  @Test
  void refusesPipes(@TempDir Path directory) throws Exception {
    Path pipe = directory.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThatThrownBy(() -> FileTree.read(directory, ImagePath.ROOT))
        .isInstanceOf(IOException.class)
        .hasMessage(pipe + " is no file, directory or link");
  }

  private static FileEntry file(String path) {
    return new FileEntry.RegularFile(new ImagePath(path), 0644, Content.utf8(""));
  }

  private static String describe(FileEntry entry) {
    if (entry instanceof FileEntry.Directory directory) {
      return directory.path() + " " + Integer.toOctalString(directory.mode());
    }
    if (entry instanceof FileEntry.RegularFile file) {
      return file.path() + " " + Integer.toOctalString(file.mode());
    }
    return entry.path() + " -> " + ((FileEntry.SymbolicLink) entry).target();
  }
}
