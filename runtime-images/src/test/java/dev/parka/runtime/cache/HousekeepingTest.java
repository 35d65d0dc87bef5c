package dev.parka.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HousekeepingTest {

  private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

  /** Checksum, length of the key, the key, the content. */
  private static final long SIZE = 4L + 4 + key(1).toString().length() + 100;

  @TempDir private Path folder;
  private UserCache cache;
  private Housekeeping housekeeping;

  @BeforeEach
  void create() {
    cache = new UserCache(folder.resolve("cache"), 3 * SIZE);
    housekeeping = new Housekeeping(cache);
  }

  private static CacheKey key(int number) {
    return new CacheKey("test").add(number);
  }

  private void write(CacheKind kind, int number) throws IOException {
    cache.write(kind, key(number), new byte[100]);
    Files.setLastModifiedTime(
        cache.file(kind, key(number)), FileTime.from(START.plus(number, ChronoUnit.HOURS)));
  }

  @Test
  void listsTheLeastRecentlyUsedFirst() throws IOException {
    write(CacheKind.MODULE_LIST, 2);
    write(CacheKind.FILE_DIGEST, 1);
    write(CacheKind.LINKED_IMAGE, 3);

    assertThat(housekeeping.entries())
        .containsExactly(
            entry(CacheKind.FILE_DIGEST, 1),
            entry(CacheKind.MODULE_LIST, 2),
            entry(CacheKind.LINKED_IMAGE, 3));
  }

  private CacheEntry entry(CacheKind kind, int number) {
    return new CacheEntry(
        kind, cache.file(kind, key(number)), SIZE, START.plus(number, ChronoUnit.HOURS));
  }

  @Test
  void removesTheLeastRecentlyUsedOfEveryKind() throws IOException {
    write(CacheKind.MODULE_LIST, 1);
    write(CacheKind.LINKED_IMAGE, 2);
    write(CacheKind.FILE_DIGEST, 3);
    cache.read(CacheKind.MODULE_LIST, key(1));

    assertThat(housekeeping.prune(2 * SIZE)).isEqualTo(new Housekeeping.Removed(1, SIZE));

    assertThat(housekeeping.entries())
        .extracting(CacheEntry::kind)
        .containsExactly(CacheKind.FILE_DIGEST, CacheKind.MODULE_LIST);
    assertThat(housekeeping.prune(0)).isEqualTo(new Housekeeping.Removed(2, 2 * SIZE));
    assertThat(housekeeping.entries()).isEmpty();
    assertThat(housekeeping.prune(0)).isEqualTo(new Housekeeping.Removed(0, 0));
  }

  @Test
  void keepsWithinTheLimitWhenAnImageIsAdded() throws IOException {
    for (int number = 1; number <= 3; number++) {
      write(CacheKind.MODULE_LIST, number);
    }
    Path tree = Files.createDirectory(folder.resolve("tree"));
    Files.write(tree.resolve("file"), new byte[10]);

    new CachedTrees(cache, CacheKind.LINKED_IMAGE).write(Digest.of(new byte[4]), tree);

    assertThat(housekeeping.entries())
        .extracting(CacheEntry::kind)
        .containsExactly(CacheKind.MODULE_LIST, CacheKind.MODULE_LIST, CacheKind.LINKED_IMAGE);
  }

  @Test
  void isDoneOnceADayWhenListsAreAdded() throws IOException {
    for (int number = 1; number <= 5; number++) {
      write(CacheKind.MODULE_LIST, number);
    }
    assertThat(housekeeping.entries()).hasSize(5);
    Files.setLastModifiedTime(
        folder.resolve("cache/tidied"), FileTime.from(Instant.now().minus(25, ChronoUnit.HOURS)));

    write(CacheKind.MODULE_LIST, 6);

    assertThat(housekeeping.entries())
        .extracting(CacheEntry::file)
        .containsExactly(
            cache.file(CacheKind.MODULE_LIST, key(4)),
            cache.file(CacheKind.MODULE_LIST, key(5)),
            cache.file(CacheKind.MODULE_LIST, key(6)));
  }

  @Test
  void removesWhatKilledProcessesLeftAndNothingThatIsBeingWritten() throws IOException {
    Path file = cache.file(CacheKind.LINKED_IMAGE, key(1));
    try (NewEntry entry = NewEntry.at(file, 1)) {
      Path left = Files.write(file.resolveSibling(NewEntry.PREFIX + "1.tmp"), new byte[1]);

      assertThat(housekeeping.prune(cache.limit())).isEqualTo(new Housekeeping.Removed(0, 0));

      assertThat(left).doesNotExist();
      entry.content().write(2);
      entry.commit(new byte[] {1});
    }
    assertThat(file).hasBinaryContent(new byte[] {1, 2});
  }

  @Test
  void findsNothingWhereThereIsNoCache() {
    Housekeeping nowhere = new Housekeeping(new UserCache(Path.of("/proc/nowhere")));

    assertThat(nowhere.entries()).isEmpty();
    assertThat(nowhere.prune(0)).isEqualTo(new Housekeeping.Removed(0, 0));
  }

  @Test
  void takesTheLimitFromTheEnvironment() {
    assertThat(UserCache.of(Map.of("PARKA_CACHE_SIZE", "5MB"), "/home/me"))
        .contains(new UserCache(Path.of("/home/me/.cache/parka"), 5_000_000));
    assertThat(UserCache.of(Map.of("PARKA_CACHE_SIZE", "much"), "/home/me"))
        .contains(new UserCache(Path.of("/home/me/.cache/parka"), 2_000_000_000));
  }
}
