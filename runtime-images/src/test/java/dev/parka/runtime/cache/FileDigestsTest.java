package dev.parka.runtime.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDigestsTest {

  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  @TempDir private Path folder;
  private Path cache;
  private Path file;
  private FileDigests digests;

  @BeforeEach
  void create() throws IOException {
    cache = Files.createDirectories(folder.resolve("cache"));
    digests = new FileDigests(new UserCache(cache));
    file = write("one", LONG_AGO);
  }

  @Test
  void remembersADigest() throws IOException {
    assertThat(digests.of(file)).isEqualTo(digest("one"));
    assertThat(entries()).hasSize(1);
    assertThat(digests.of(file)).isEqualTo(digest("one"));
    assertThat(entries()).hasSize(1);
  }

  @Test
  void takesWhatItRemembers() throws IOException {
    digests.of(file);
    assertThat(digests.cache().read(CacheKind.FILE_DIGEST, FileDigests.key(file))).isPresent();
    // An entry that says something else, and is whole, is believed.
    digests
        .cache()
        .write(
            CacheKind.FILE_DIGEST, FileDigests.key(file), digest("two").toString().getBytes(UTF_8));
    assertThat(digests.of(file)).isEqualTo(digest("two"));
  }

  @Test
  void seesAChangeThatKeepsTheSize() throws IOException {
    digests.of(file);
    write("two", FileTime.from(LONG_AGO.toInstant().plusSeconds(1)));
    assertThat(digests.of(file)).isEqualTo(digest("two"));
  }

  @Test
  void seesAChangeThatKeepsSizeAndTime() throws IOException {
    digests.of(file);
    write("two", LONG_AGO);
    assertThat(digests.of(file)).isEqualTo(digest("two"));
  }

  @Test
  void remembersNothingOfWhatWasJustWritten() throws IOException {
    write("now", FileTime.from(Instant.now()));
    assertThat(digests.of(file)).isEqualTo(digest("now"));
    write("then", FileTime.from(Instant.now().plus(1, ChronoUnit.DAYS)));
    assertThat(digests.of(file)).isEqualTo(digest("then"));
    assertThat(entries()).isEmpty();
  }

  @Test
  void throwsAwayWhatIsNoDigest() throws IOException {
    digests.of(file);
    Files.write(entries().get(0), new byte[] {1});
    assertThat(digests.of(file)).isEqualTo(digest("one"));
    assertThat(entries()).hasSize(1);
    assertThat(digests.of(file)).isEqualTo(digest("one"));
  }

  @Test
  void knowsATreeByPathsAndBytesWhereverItLies() throws IOException {
    Path one = tree("one", "lib/a", "a");
    Digest digest = digests.ofTree(one);

    assertThat(digests.ofTree(tree("other", "lib/a", "a"))).isEqualTo(digest);
    assertThat(digests.ofTree(tree("bytes", "lib/a", "b"))).isNotEqualTo(digest);
    assertThat(digests.ofTree(tree("paths", "lib/b", "a"))).isNotEqualTo(digest);
    assertThat(entries()).hasSize(4);
    assertThat(digests.ofTree(one)).isEqualTo(digest);
    assertThat(entries()).hasSize(4);
  }

  @Test
  void seesEveryChangeInATree() throws IOException {
    Path tree = tree("tree", "lib/a", "a");
    Path behind = Files.setLastModifiedTime(Files.writeString(folder.resolve("b"), "b"), LONG_AGO);
    Files.createSymbolicLink(tree.resolve("link"), behind);
    Files.createSymbolicLink(tree.resolve("loop"), Path.of("."));
    Files.createSymbolicLink(tree.resolve("dangling"), Path.of("nowhere"));
    Digest digest = digests.ofTree(tree);

    Files.setLastModifiedTime(Files.writeString(behind, "c"), LONG_AGO);

    assertThat(digests.ofTree(tree)).isNotEqualTo(digest);
    Files.setLastModifiedTime(Files.writeString(behind, "b"), LONG_AGO);
    assertThat(digests.ofTree(tree)).isEqualTo(digest);
    Files.delete(tree.resolve("dangling"));
    assertThat(digests.ofTree(tree)).isNotEqualTo(digest);
  }

  private Path tree(String name, String file, String content) throws IOException {
    Path path = folder.resolve(name).resolve(file);
    Files.createDirectories(path.getParent());
    Files.setLastModifiedTime(Files.writeString(path, content), LONG_AGO);
    return folder.resolve(name);
  }

  private Path write(String content, FileTime time) throws IOException {
    return Files.setLastModifiedTime(Files.writeString(folder.resolve("a.jar"), content), time);
  }

  private static Digest digest(String content) {
    return Digest.of(content.getBytes(UTF_8));
  }

  private List<Path> entries() {
    return new Housekeeping(new UserCache(cache)).entries().stream().map(CacheEntry::file).toList();
  }
}
