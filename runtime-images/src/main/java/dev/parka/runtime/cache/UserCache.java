package dev.parka.runtime.cache;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A directory of files, each under a name that is made from its key. A small entry holds the whole
 * key, so that it is never taken for another's, and a checksum; one that is damaged is deleted, and
 * counts as none. Nothing here ever fails a build: a cache that cannot be written is one that stays
 * empty. The time of an entry's file is when it was last used; {@link Housekeeping} removes the
 * least recently used ones.
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

  /** A cache of the default size. */
  public UserCache(Path directory) {
    this(directory, DEFAULT_LIMIT);
  }

  /** The checksum of all that follows, and the length of the key. */
  private static final int HEADER = 2 * Integer.BYTES;

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

  /** The content of a small entry; empty if there is none that is whole. */
  public Optional<byte[]> read(CacheKind kind, CacheKey key) {
    Path file = file(kind, key);
    // Channels, which Files would take, are slow to start.
    try (InputStream in = new FileInputStream(file.toFile())) {
      byte[] entry = in.readAllBytes();
      ByteBuffer header = ByteBuffer.wrap(entry);
      int content = entry.length < HEADER ? -1 : HEADER + header.getInt(Integer.BYTES);
      if (content < HEADER || content > entry.length || header.getInt() != checksum(entry)) {
        Files.deleteIfExists(file);
        return Optional.empty();
      }
      byte[] wanted = bytes(key);
      if (!Arrays.equals(wanted, 0, wanted.length, entry, HEADER, content)) {
        return Optional.empty();
      }
      touch(file);
      return Optional.of(Arrays.copyOfRange(entry, content, entry.length));
    } catch (IOException e) {
      // There is none, or none that can be had.
      return Optional.empty();
    }
  }

  /** Puts a small entry in place, whole or not at all; of two at the same time the last stays. */
  public void write(CacheKind kind, CacheKey key, byte[] content) {
    try (NewEntry entry = NewEntry.at(file(kind, key), 0)) {
      entry.content().write(entry(bytes(key), content));
      entry.commit(new byte[0]);
    } catch (IOException | UnsupportedOperationException e) {
      // It is made again the next time.
    }
    new Housekeeping(this).keepNowAndThen();
  }

  private static byte[] entry(byte[] key, byte[] content) {
    byte[] entry = new byte[HEADER + key.length + content.length];
    ByteBuffer buffer = ByteBuffer.wrap(entry);
    buffer.putInt(0).putInt(key.length).put(key).put(content);
    return buffer.putInt(0, checksum(entry)).array();
  }

  private static int checksum(byte[] entry) {
    CRC32 checksum = new CRC32();
    checksum.update(entry, Integer.BYTES, entry.length - Integer.BYTES);
    return (int) checksum.getValue();
  }

  private static byte[] bytes(CacheKey key) {
    return key.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Waits until nobody else makes the entry of this key, and lets nobody else until closed. */
  public KeyLock lock(CacheKind kind, Digest key) {
    // Few files, which stay; two keys that share one merely wait for each other.
    String slot = key.toString().substring(0, 2);
    return KeyLock.of(directory.toAbsolutePath().resolve("locks").resolve(kind.directory() + slot));
  }

  /** Says that an entry was used just now; in a cache that cannot be written it serves as well. */
  @SuppressWarnings("ResultOfMethodCallIgnored")
  static void touch(Path file) {
    file.toFile().setLastModified(System.currentTimeMillis());
  }

  /** Deletes an entry that is not what its key says, and what came of it. */
  static void refuse(Path file, Path output) throws IOException {
    Files.deleteIfExists(output);
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // In a cache that cannot be written it stays, and is refused the next time, too.
    }
  }

  /** Where the entries of a kind lie. */
  Path directory(CacheKind kind) {
    return directory.resolve(kind.directory());
  }

  /** Where a large entry lies, whose name is its whole key. */
  Path file(CacheKind kind, Digest key) {
    return file(kind, key.toString());
  }

  /** Where a small entry lies. */
  Path file(CacheKind kind, CacheKey key) {
    return file(kind, key.fileName());
  }

  private Path file(CacheKind kind, String name) {
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
