package dev.parka.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFactsTest {

  private final FileTime old = FileTime.from(Instant.now().minusSeconds(60));

  @TempDir private Path directory;
  private FileFacts facts;
  private Path file;
  private int readings;

  @BeforeEach
  void open() throws IOException {
    facts = new FileFacts(Optional.of(new UserCache(directory.resolve("cache"))));
    file = Files.writeString(directory.resolve("file"), "one");
    Files.setLastModifiedTime(file, old);
  }

  private String ask(String question) throws IOException {
    return facts.find(
        new CacheKey(question),
        List.of(file, directory.resolve("none")),
        () -> {
          readings++;
          return Files.readString(file);
        });
  }

  @Test
  void readsOnce() throws IOException {
    assertThat(ask("what")).isEqualTo("one");
    assertThat(ask("what")).isEqualTo("one");
    assertThat(readings).isEqualTo(1);
  }

  @Test
  void tellsQuestionsApart() throws IOException {
    ask("what");
    ask("who");
    assertThat(readings).isEqualTo(2);
  }

  @Test
  void readsAgainWhatWasChangedThoughSizeAndTimeAreTheSame() throws IOException {
    ask("what");
    Files.writeString(file, "two");
    Files.setLastModifiedTime(file, old);
    assertThat(ask("what")).isEqualTo("two");
  }

  @Test
  void readsAgainAsSoonAsWhatWasMissingIsThere() throws IOException {
    ask("what");
    Files.writeString(directory.resolve("none"), "");
    ask("what");
    assertThat(readings).isEqualTo(2);
  }

  @Test
  void remembersNothingOfWhatChangedAMomentAgo() throws IOException {
    Files.writeString(file, "new");
    ask("what");
    ask("what");
    assertThat(readings).isEqualTo(2);
  }

  @Test
  void readsAlwaysWithoutACache() throws IOException {
    facts = FileFacts.NONE;
    ask("what");
    ask("what");
    assertThat(readings).isEqualTo(2);
  }
}
