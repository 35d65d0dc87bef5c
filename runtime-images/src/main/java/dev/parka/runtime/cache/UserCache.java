package dev.parka.runtime.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * A directory of files, each under the SHA-256 digest of its key. An entry begins with the digest
 * of its content; one that is damaged is deleted, and counts as none. Nothing here ever fails a
 * build: a cache that cannot be written is one that stays empty. The time of an entry's file is
 * when it was last used; {@link Housekeeping} removes the least recently used ones.
 *
 * @param directory where the entries lie
 * @param limit how many bytes there may be after housekeeping
 */
public record UserCache(Path directory, long limit) {

  /** The variable that names the directory, or is {@code off}. */
  public static final String VARIABLE = "PARKA_CACHE";

  /** The variable that says how many bytes there may be, such as {@code 2GB}. */
  public static final String LIMIT_VARIABLE = "PARKA_CACHE_SIZE";

  /** Some thirty run-time images. */
  public static final long DEFAULT_LIMIT = 2_000_000_000L;

  /** How many bytes the checksum has that each entry begins with. */
  static final int CHECKSUM = 32;

  /** A cache of the default size. */
  public UserCache(Path directory) {
    this(directory, DEFAULT_LIMIT);
  }

  /**
   * The user's cache: {@code PARKA_CACHE}, else {@code parka} in {@code XDG_CACHE_HOME}, else
   * {@code ~/.cache/parka} (XDG Base Directory Specification 0.8); empty where {@code PARKA_CACHE}
   * is {@code off} or there is no such directory.
   */
  public static Optional<UserCache> of(Map<String, String> environment, String userHome) {
    long limit = ByteSize.parse(environment.getOrDefault(LIMIT_VARIABLE, "")).orElse(DEFAULT_LIMIT);
    return directory(environment, userHome).map(directory -> new UserCache(directory, limit));
  }

  private static Optional<Path> directory(Map<String, String> environment, String userHome) {
    String own = environment.getOrDefault(VARIABLE, "");
    if (own.equals("off")) {
      return Optional.empty();
    }
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    try {
      if (!own.isEmpty()) {
        return Optional.of(Path.of(own));
      }
      // The specification has relative paths ignored.
      if (xdg.startsWith("/")) {
        return Optional.of(Path.of(xdg, "parka"));
      }
      return userHome.startsWith("/")
          ? Optional.of(Path.of(userHome, ".cache", "parka"))
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** The same for this process. */
  public static Optional<UserCache> ofThisUser() {
    return of(System.getenv(), System.getProperty("user.home", ""));
  }

  /** The content of an entry; empty if there is none that is whole. */
  public Optional<byte[]> read(CacheKind kind, Digest key) {
    Path file = file(kind, key);
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length >= CHECKSUM) {
        byte[] content = Arrays.copyOfRange(bytes, CHECKSUM, bytes.length);
        if (Arrays.equals(Digest.of(content).bytes(), Arrays.copyOf(bytes, CHECKSUM))) {
          touch(file);
          return Optional.of(content);
        }
      }
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // There is none, or none that can be had.
    }
    return Optional.empty();
  }

  /** Puts an entry in place, whole or not at all; of two at the same time the last stays. */
  public void write(CacheKind kind, Digest key, byte[] content) {
    try (NewEntry entry = NewEntry.at(file(kind, key))) {
      entry.content().write(content);
      entry.commit();
    } catch (IOException | UnsupportedOperationException e) {
      // It is made again the next time.
    }
    new Housekeeping(this).keepNowAndThen();
  }

  /** Waits until nobody else makes the entry of this key, and lets nobody else until closed. */
  public KeyLock lock(CacheKind kind, Digest key) {
    // Few files, which stay; two keys that share one merely wait for each other.
    String slot = key.toString().substring(0, 2);
    return KeyLock.of(directory.toAbsolutePath().resolve("locks").resolve(kind.directory() + slot));
  }

  /** Says that an entry was used just now. */
  static void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (IOException e) {
      // A cache that cannot be written serves all the same.
    }
  }

  /** Where the entries of a kind lie. */
  Path directory(CacheKind kind) {
    return directory.resolve(kind.directory());
  }

  Path file(CacheKind kind, Digest key) {
    String name = key.toString();
    return directory(kind).resolve(name.substring(0, 2)).resolve(name.substring(2));
  }

  /** Makes the directory of a file, for this user alone. */
  static Path createParent(Path file) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IOException(file + " is in no directory");
    }
    return Files.createDirectories(
        parent, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }
}
