package dev.parka.runtime.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The digests of files, remembered as long as path, size, time and identity of a file stay the
 * same: the bargain that version control systems strike, too. A file that was changed a moment ago
 * is not trusted, as it may change again within what its time can tell.
 *
 * @param cache where they are remembered
 */
public record FileDigests(UserCache cache) {

  private static final Duration MOMENT = Duration.ofSeconds(2);

  /**
   * The digest of a file's content.
   *
   * @throws IOException if the file cannot be read
   */
  public Digest of(Path file) throws IOException {
    Identity identity = Identity.of(file);
    CacheKey key = identity.key(file);
    Optional<byte[]> known = cache.read(CacheKind.FILE_DIGEST, key);
    Digest remembered = known.isEmpty() ? null : parse(known.get());
    if (remembered != null) {
      return remembered;
    }
    Digest digest = Digest.of(file);
    if (identity.isSettled() && identity.equals(Identity.of(file))) {
      remember(key, digest);
    }
    return digest;
  }

  /** Where the digest of a file is remembered, as it is now. */
  static CacheKey key(Path file) throws IOException {
    return Identity.of(file).key(file);
  }

  /**
   * The digest of all files of a directory, their paths in it and their bytes, remembered as a
   * whole. Links count as what they lead to; one that leads nowhere, or back, as its own target.
   *
   * @throws IOException if something cannot be read
   */
  public Digest ofTree(Path directory) throws IOException {
    CacheKey key = treeKey(directory);
    Optional<byte[]> known = cache.read(CacheKind.FILE_DIGEST, key);
    Digest remembered = known.isEmpty() ? null : parse(known.get());
    if (remembered != null) {
      return remembered;
    }
    boolean settled = true;
    Digest.Parts parts = Digest.parts();
    for (Map.Entry<String, Path> file : TreeFiles.of(directory).entrySet()) {
      parts.add(file.getKey());
      if (Files.isRegularFile(file.getValue())) {
        settled &= Identity.of(file.getValue()).isSettled();
        parts.add(Digest.of(file.getValue()));
      } else {
        parts.add("link").add(Files.readSymbolicLink(file.getValue()));
      }
    }
    Digest digest = parts.digest();
    if (settled && key.equals(treeKey(directory))) {
      remember(key, digest);
    }
    return digest;
  }

  private static CacheKey treeKey(Path directory) throws IOException {
    CacheKey key = new CacheKey("tree").add(directory.toAbsolutePath());
    for (Path file : TreeFiles.of(directory).values()) {
      if (Files.isRegularFile(file)) {
        key.add(Identity.of(file).key(file));
      } else {
        key.add("link").add(file).add(Files.readSymbolicLink(file));
      }
    }
    return key;
  }

  private void remember(CacheKey key, Digest digest) {
    cache.write(CacheKind.FILE_DIGEST, key, digest.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * What changes with the content of a file.
   *
   * @param size its bytes
   * @param modified when it was written, or whatever time it was given
   * @param changed when anything of it was changed, which nobody can set; nothing where the file
   *     system does not tell
   * @param inode which file it is, where the file system tells
   */
  private record Identity(long size, FileTime modified, String changed, String inode) {

    static Identity of(Path file) throws IOException {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new Identity(
          attributes.size(),
          attributes.lastModifiedTime(),
          changed(file),
          String.valueOf(attributes.fileKey()));
    }

    private static String changed(Path file) throws IOException {
      return file.getFileSystem().supportedFileAttributeViews().contains("unix")
          ? nanoseconds((FileTime) Files.getAttribute(file, "unix:ctime"))
          : "";
    }

    /** A time's own text is put together from its year on. */
    private static String nanoseconds(FileTime time) {
      return String.valueOf(time.to(TimeUnit.NANOSECONDS));
    }

    CacheKey key(Path file) {
      return new CacheKey("file")
          .add(file.toAbsolutePath())
          .add(size)
          .add(nanoseconds(modified))
          .add(changed)
          .add(inode);
    }

    boolean isSettled() {
      return modified.toInstant().isBefore(Instant.now().minus(MOMENT));
    }
  }

  private static @Nullable Digest parse(byte[] content) {
    try {
      return Digest.parse(new String(content, StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
