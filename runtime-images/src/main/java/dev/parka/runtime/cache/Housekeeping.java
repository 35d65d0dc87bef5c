package dev.parka.runtime.cache;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps a cache within its limit. Whatever another process does with the cache at the same time,
 * nothing breaks: an entry that is gone is made again.
 *
 * @param cache what is kept
 */
public record Housekeeping(UserCache cache) {

  private static final Duration NOT_AGAIN_BEFORE = Duration.ofDays(1);

  /** Its time tells when the house was last kept. */
  private static final String STAMP = "tidied";

  /**
   * What was removed.
   *
   * @param entries how many
   * @param bytes what they took
   */
  public record Removed(int entries, long bytes) {}

  /** All entries, the least recently used first. */
  public List<CacheEntry> entries() {
    List<CacheEntry> entries = new ArrayList<>();
    for (CacheKind kind : CacheKind.values()) {
      walk(
          cache.directory(kind),
          (file, attributes) -> {
            if (!isUnfinished(file)) {
              Instant lastUse = attributes.lastModifiedTime().toInstant();
              entries.add(new CacheEntry(kind, file, attributes.size(), lastUse));
            }
          });
    }
    entries.sort(Comparator.comparing(CacheEntry::lastUse).thenComparing(CacheEntry::file));
    return List.copyOf(entries);
  }

  /**
   * Removes what killed processes have left half-written, then the least recently used entries
   * until no more than this many bytes are left.
   */
  public Removed prune(long maxBytes) {
    return prune(maxBytes, Instant.MIN);
  }

  /** The same, and whatever was last used before this time. */
  public Removed prune(long maxBytes, Instant since) {
    for (CacheKind kind : CacheKind.values()) {
      walk(
          cache.directory(kind),
          (file, attributes) -> {
            if (isUnfinished(file) && NewEntry.isLeftOver(file)) {
              Files.deleteIfExists(file);
            }
          });
    }
    List<CacheEntry> entries = entries();
    long left = entries.stream().mapToLong(CacheEntry::bytes).sum();
    int removed = 0;
    long bytes = 0;
    for (CacheEntry entry : entries) {
      if (left <= maxBytes && !entry.lastUse().isBefore(since)) {
        break;
      }
      if (delete(entry)) {
        removed++;
        bytes += entry.bytes();
        left -= entry.bytes();
      }
    }
    return new Removed(removed, bytes);
  }

  /** Prunes to the cache's own limit. */
  void keep() {
    prune(cache.limit());
    try {
      Files.write(cache.directory().resolve(STAMP), new byte[0]);
    } catch (IOException e) {
      // It is kept again the next time.
    }
  }

  /** The same if nobody has done so for a day. */
  void keepNowAndThen() {
    Path stamp = cache.directory().resolve(STAMP);
    try {
      Instant last = Files.getLastModifiedTime(stamp).toInstant();
      if (last.isAfter(Instant.now().minus(NOT_AGAIN_BEFORE))) {
        return;
      }
    } catch (IOException e) {
      // It was never kept.
    }
    keep();
  }

  private static boolean delete(CacheEntry entry) {
    try {
      return Files.deleteIfExists(entry.file());
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isUnfinished(Path file) {
    return String.valueOf(file.getFileName()).startsWith(NewEntry.PREFIX);
  }

  private interface Visitor {
    void visit(Path file, BasicFileAttributes attributes) throws IOException;
  }

  /** Visits the regular files; what cannot be read, or is gone in the meantime, is passed over. */
  private static void walk(Path directory, Visitor visitor) {
    try {
      Files.walkFileTree(
          directory,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              try {
                if (attributes.isRegularFile()) {
                  visitor.visit(file, attributes);
                }
              } catch (IOException e) {
                // Another process was faster.
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      // As far as it went.
    }
  }
}
