package dev.parka.runtime.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The digests of files, remembered as long as path, size, time and identity of a file stay the
 * same: the bargain that version control systems strike, too; see {@link FileIdentity}.
 *
 * @param cache where they are remembered
 */
public record FileDigests(UserCache cache) {

  /**
   * The digest of a file's content.
   *
   * @throws IOException if the file cannot be read
   */
  public Digest of(Path file) throws IOException {
    FileIdentity identity = FileIdentity.of(file);
    CacheKey key = identity.key(file);
    Optional<byte[]> known = cache.read(CacheKind.FILE_DIGEST, key);
    Digest remembered = known.isEmpty() ? null : parse(known.get());
    if (remembered != null) {
      return remembered;
    }
    Digest digest = Digest.of(file);
    if (identity.isSettled() && identity.equals(FileIdentity.of(file))) {
      remember(key, digest);
    }
    return digest;
  }

  /** Where the digest of a file is remembered, as it is now. */
  static CacheKey key(Path file) throws IOException {
    return FileIdentity.of(file).key(file);
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
    for (Map.Entry<String, TreeFiles.Found> file : TreeFiles.of(directory).entrySet()) {
      parts.add(file.getKey());
      Path path = file.getValue().path();
      if (file.getValue().isFile()) {
        settled &= FileIdentity.of(path).isSettled();
        parts.add(Digest.of(path));
      } else {
        parts.add("link").add(Files.readSymbolicLink(path));
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
    for (TreeFiles.Found file : TreeFiles.of(directory).values()) {
      Path path = file.path();
      if (file.isFile()) {
        key.add(FileIdentity.of(path, file.attributes()).key(path));
      } else {
        key.add("link").add(path).add(Files.readSymbolicLink(path));
      }
    }
    return key;
  }

  private void remember(CacheKey key, Digest digest) {
    cache.write(CacheKind.FILE_DIGEST, key, digest.toString().getBytes(StandardCharsets.US_ASCII));
  }

  private static @Nullable Digest parse(byte[] content) {
    try {
      return Digest.parse(new String(content, StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
