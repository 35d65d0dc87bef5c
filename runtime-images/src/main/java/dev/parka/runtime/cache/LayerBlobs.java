package dev.parka.runtime.cache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Large files as entries of a cache, each under the digest of its bytes, which is computed anew
 * whenever one is taken. A file that is taken, or kept, may be the entry itself under a second name
 * (a hard link): who changes it changes a file that the next one who takes it refuses.
 *
 * @param cache where they are kept
 */
public record LayerBlobs(UserCache cache) {

  /**
   * Puts the bytes of this digest at a path where nothing is; answers whether they were there. An
   * entry with other bytes is deleted.
   *
   * @throws IOException if nothing can be written at the path
   */
  public boolean take(Digest digest, Path target) throws IOException {
    Path file = cache.file(CacheKind.LAYER_BLOB, digest);
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try {
      Files.createLink(target, file);
    } catch (IOException | UnsupportedOperationException e) {
      // Another file system, or the entry has just gone.
      if (!copy(file, target)) {
        return false;
      }
    }
    if (Digest.of(target).equals(digest)) {
      UserCache.touch(file);
      return true;
    }
    UserCache.refuse(file, target);
    return false;
  }

  private static boolean copy(Path file, Path target) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
      return true;
    } catch (IOException e) {
      Files.deleteIfExists(target);
      if (Files.isRegularFile(file)) {
        throw e;
      }
      return false;
    }
  }

  /** Keeps a file whose digest this is; where that cannot be, nothing happens. */
  public void keep(Digest digest, Path file) {
    new CachedBlobs(cache, CacheKind.LAYER_BLOB).write(digest, file);
  }
}
