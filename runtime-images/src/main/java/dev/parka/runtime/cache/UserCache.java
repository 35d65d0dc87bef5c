package dev.parka.runtime.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * A directory of small files, each under the SHA-256 digest of its key. An entry begins with the
 * digest of its content; one that is damaged is deleted, and counts as none. Nothing here ever
 * fails a build: a cache that cannot be written is one that stays empty.
 *
 * @param directory where the entries lie
 */
public record UserCache(Path directory) {

  /** The variable that names the directory, or is {@code off}. */
  public static final String VARIABLE = "PARKA_CACHE";

  private static final int CHECKSUM = 32;

  /**
   * The user's cache: {@code PARKA_CACHE}, else {@code parka} in {@code XDG_CACHE_HOME}, else
   * {@code ~/.cache/parka} (XDG Base Directory Specification 0.8); empty where {@code PARKA_CACHE}
   * is {@code off} or there is no such directory.
   */
  public static Optional<UserCache> of(Map<String, String> environment, String userHome) {
    String own = environment.getOrDefault(VARIABLE, "");
    if (own.equals("off")) {
      return Optional.empty();
    }
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    try {
      if (!own.isEmpty()) {
        return Optional.of(new UserCache(Path.of(own)));
      }
      // The specification has relative paths ignored.
      if (xdg.startsWith("/")) {
        return Optional.of(new UserCache(Path.of(xdg, "parka")));
      }
      return userHome.startsWith("/")
          ? Optional.of(new UserCache(Path.of(userHome, ".cache", "parka")))
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
  public Optional<byte[]> read(Digest key) {
    Path file = file(key);
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length >= CHECKSUM) {
        byte[] content = Arrays.copyOfRange(bytes, CHECKSUM, bytes.length);
        if (Arrays.equals(Digest.of(content).bytes(), Arrays.copyOf(bytes, CHECKSUM))) {
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
  public void write(Digest key, byte[] content) {
    Path file = file(key);
    try {
      Files.createDirectories(
          file.getParent(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Path beside = Files.createTempFile(file.getParent(), ".new", null);
      try {
        byte[] whole = Arrays.copyOf(Digest.of(content).bytes(), CHECKSUM + content.length);
        System.arraycopy(content, 0, whole, CHECKSUM, content.length);
        Files.write(beside, whole);
        Files.move(
            beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException | UnsupportedOperationException e) {
      // It is made again the next time.
    }
  }

  private Path file(Digest key) {
    String name = HexFormat.of().formatHex(key.bytes());
    return directory.resolve(name.substring(0, 2)).resolve(name.substring(2));
  }
}
