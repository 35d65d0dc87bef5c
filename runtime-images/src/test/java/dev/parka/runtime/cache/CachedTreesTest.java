package dev.parka.runtime.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CachedTreesTest {

  private static final Digest KEY = Digest.of("key".getBytes(UTF_8));
  private static final CacheKind KIND = CacheKind.LINKED_IMAGE;

  @TempDir private Path folder;
  private UserCache cache;
  private CachedTrees trees;
  private Path output;

  @BeforeEach
  void create() throws IOException {
    cache = new UserCache(folder.resolve("cache"));
    trees = new CachedTrees(cache, KIND);
    output = folder.resolve("output");
    Path tree = Files.createDirectories(folder.resolve("tree/bin")).getParent();
    Files.writeString(tree.resolve("bin/java"), "program");
    Files.setPosixFilePermissions(
        tree.resolve("bin/java"), PosixFilePermissions.fromString("rwx------"));
    Files.write(tree.resolve("empty"), new byte[0]);
    Files.createSymbolicLink(tree.resolve("link"), Path.of("bin/java"));
    trees.write(KEY, tree);
  }

  private Path entry() {
    return cache.file(KIND, KEY);
  }

  @Test
  void readsWhatWasWritten() throws IOException {
    assertThat(trees.read(KEY, output)).isTrue();

    assertThat(output.resolve("bin/java")).hasContent("program").isExecutable();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(output.resolve("bin"))))
        .isEqualTo("rwxr-xr-x");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(output.resolve("bin/java"))))
        .isEqualTo("rwxr-xr-x");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(output.resolve("empty"))))
        .isEqualTo("rw-r--r--");
    assertThat(output.resolve("empty")).isEmptyFile();
    assertThat(Files.readSymbolicLink(output.resolve("link"))).isEqualTo(Path.of("bin/java"));
    assertThat(output.toFile().list()).containsExactlyInAnyOrder("bin", "empty", "link");
  }

  @Test
  void knowsNothingOfOtherKeys() throws IOException {
    assertThat(trees.read(Digest.of(new byte[0]), output)).isFalse();
    assertThat(output).doesNotExist();
  }

  @Test
  void throwsDamagedEntriesAway() throws IOException { // FAULTS 73
    byte[] whole = Files.readAllBytes(entry());
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 1;
      assertThrownAway(damaged);
      assertThrownAway(Arrays.copyOf(whole, i));
    }
    assertThrownAway(Arrays.copyOf(whole, whole.length + 1));
  }

  private void assertThrownAway(byte[] content) throws IOException {
    Files.write(entry(), content);
    assertThat(trees.read(KEY, output)).isFalse();
    assertThat(entry()).doesNotExist();
    assertThat(output).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/../outside", "outside", "/a//b", ""})
  void writesNothingOutside(String path) throws IOException {
    try (NewEntry entry = NewEntry.at(entry(), 32)) {
      MessageDigest digest = Sha256.begin();
      DataOutputStream out = new DataOutputStream(new DigestOutputStream(entry.content(), digest));
      out.writeByte('f');
      out.writeUTF(path);
      out.writeInt(0644);
      out.writeLong(0);
      out.writeByte(0);
      entry.commit(digest.digest());
    }

    assertThat(trees.read(KEY, output)).isFalse();

    assertThat(folder.resolve("outside")).doesNotExist();
    assertThat(entry()).doesNotExist();
  }

  @Test
  void keepsAWholeEntryWhenTheOutputCannotBeWritten() {
    assertThatThrownBy(() -> trees.read(KEY, Path.of("/proc/nowhere/output")))
        .isInstanceOf(IOException.class);

    assertThat(entry()).exists();
  }

  @Test
  void keepsNothingWhereTheCacheCannotBeWritten() throws IOException {
    CachedTrees nowhere = new CachedTrees(new UserCache(Path.of("/proc/nowhere")), KIND);

    nowhere.write(KEY, folder.resolve("tree"));

    assertThat(nowhere.read(KEY, output)).isFalse();
  }
}
