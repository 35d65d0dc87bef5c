package dev.parka.verify.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.oci.ArchiveEntry;
import dev.parka.oci.ArchiveEntry.Kind;
import dev.parka.oci.ArchiveEntry.Metadata;
import dev.parka.oci.ArchiveTree;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.runtime.tree.Owner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HandedFilesTest {

  /** More than what is held on the way. */
  private static final int LARGE = (1 << 24) + (1 << 19) + 7;

  private static final Metadata METADATA = new Metadata(0644, Owner.ROOT, Instant.EPOCH, Set.of());

  @TempDir private Path temporary;

  private final HandedFiles files = new HandedFiles();
  private Path root;
  private Background<ArchiveTree> writing;

  @BeforeEach
  void write() {
    root = temporary.resolve("root");
    writing = Background.begin("test", () -> files.write(root));
  }

  private InputStream hand(String path, byte[] bytes) {
    ArchiveEntry entry =
        new ArchiveEntry(new ImagePath(path), Kind.REGULAR_FILE, METADATA, bytes.length, "");
    return files.hand(entry, List.of(), new ByteArrayInputStream(bytes));
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1 << 18, (1 << 18) + 1, LARGE})
  void writesAllBytesHoweverManyAreRead(int size) throws Exception {
    byte[] bytes = bytes(size);
    int part = size / 3;
    try (InputStream seen = hand("/unread", bytes)) {
      assertThat(seen.markSupported()).isFalse();
    }
    try (InputStream seen = hand("/a/begun", bytes)) {
      assertThat(seen.readNBytes(part)).hasSize(part);
    }
    try (InputStream seen = hand("/a/read", bytes)) {
      assertThat(seen.readAllBytes()).isEqualTo(bytes);
    }
    files.end(Optional.of(new ArchiveTree()));

    writing.get();

    assertThat(root.resolve("unread")).hasBinaryContent(bytes);
    assertThat(root.resolve("a/begun")).hasBinaryContent(bytes);
    assertThat(root.resolve("a/read")).hasBinaryContent(bytes);
  }

  /** Who reads the layers goes on, and who wants what was written is told. */
  @Test
  void holdsNobodyUpWhereItCannotWrite() throws IOException {
    hand("/" + "n".repeat(256), bytes(LARGE)).close();
    hand("/more", bytes(LARGE)).close();
    files.end(Optional.of(new ArchiveTree()));

    assertThatThrownBy(writing::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(ParkaException.class)
        .hasMessageStartingWith("[CannotUnpack] /nnn");
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void endsWhereNobodyWantsIt() throws Exception {
    hand("/begun", bytes(1)).close();
    files.end(Optional.empty());
    files.end(Optional.of(new ArchiveTree()));

    writing.awaitEnd();

    assertThat(writing.get().entries()).hasSize(1);
    assertThat(Files.getPosixFilePermissions(root)).hasSize(3);
  }
}
