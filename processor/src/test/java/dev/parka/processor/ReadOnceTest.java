package dev.parka.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.cache.Digest;
import dev.parka.runtime.cache.FileDigests;
import dev.parka.runtime.cache.UserCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReadOnceTest {

  private static final int FILES = 200;

  @TempDir private Path scratch;
  private Path classes;

  @BeforeEach
  void makeFiles() throws IOException {
    classes = Files.createDirectory(scratch.resolve("classes"));
    for (int i = 0; i < FILES; i++) {
      Files.writeString(classes.resolve("C" + i + ".class"), "file " + i);
    }
  }

  @Test
  void digestHangsOnEveryByteAndName() throws IOException {
    Set<Digest> digests = new HashSet<>(Set.of(digest()));
    assertThat(digests.add(digest())).isFalse();
    for (int i = 0; i < FILES; i++) {
      Path file = classes.resolve("C" + i + ".class");
      Files.writeString(file, "file x" + i);
      assertThat(digests.add(digest())).as("content of %s", file).isTrue();
      Files.move(file, classes.resolve("D" + i + ".class"));
      assertThat(digests.add(digest())).as("name of %s", file).isTrue();
    }
    Files.delete(classes.resolve("D7.class"));
    assertThat(digests.add(digest())).isTrue();
  }

  @Test
  void hasADigestOfNothing() throws IOException {
    classes = Files.createDirectory(scratch.resolve("none"));

    assertThat(digest()).isEqualTo(digest());
  }

  @Test
  void looksOnce() throws IOException {
    ReadOnce directory = new ReadOnce(classes);
    Digest before = digest(directory);
    Files.writeString(classes.resolve("C7.class"), "changed");

    assertThat(digest(directory)).isEqualTo(before);
    assertThat(digest()).isNotEqualTo(before);
  }

  private Digest digest() throws IOException {
    return digest(new ReadOnce(classes));
  }

  private Digest digest(ReadOnce directory) throws IOException {
    return directory.digest(new FileDigests(new UserCache(scratch.resolve("cache"))));
  }
}
