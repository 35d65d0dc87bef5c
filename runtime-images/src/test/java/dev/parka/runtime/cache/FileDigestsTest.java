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
import java.util.stream.Stream;
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
    // An entry that says something else, and is whole, is believed.
    byte[] other = digest("two").toString().getBytes(UTF_8);
    byte[] entry = new byte[32 + other.length];
    System.arraycopy(Digest.of(other).bytes(), 0, entry, 0, 32);
    System.arraycopy(other, 0, entry, 32, other.length);
    Files.write(entries().get(0), entry);
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

  private Path write(String content, FileTime time) throws IOException {
    return Files.setLastModifiedTime(Files.writeString(folder.resolve("a.jar"), content), time);
  }

  private static Digest digest(String content) {
    return Digest.of(content.getBytes(UTF_8));
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
