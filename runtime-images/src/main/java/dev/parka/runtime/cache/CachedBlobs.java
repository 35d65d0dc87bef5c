package dev.parka.runtime.cache;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Files as entries of a cache, each under the digest of its own bytes, which is computed anew on
 * each reading.
 *
 * @param cache where they are kept
 * @param kind what they are
 */
public record CachedBlobs(UserCache cache, CacheKind kind) {

  /**
   * Writes an entry's bytes to a file; answers whether there was one that is whole. One that is
   * damaged is deleted, with what came of it.
   *
   * @throws IOException if the file cannot be written
   */
  public boolean read(Digest digest, Path output) throws IOException {
    Path file = cache.file(kind, digest);
    MessageDigest actual = Sha256.begin();
    try (InputStream in = Files.newInputStream(file)) {
      try (OutputStream out = new DigestOutputStream(Files.newOutputStream(output), actual)) {
        in.transferTo(out);
      }
    } catch (NoSuchFileException e) {
      return false;
    }
    if (Arrays.equals(actual.digest(), digest.bytes())) {
      UserCache.touch(file);
      return true;
    }
    UserCache.refuse(file, output);
    return false;
  }

  /** Keeps a file whose bytes have this digest; where that cannot be, nothing happens. */
  public void write(Digest digest, Path file) {
    try (NewEntry entry = NewEntry.at(cache.file(kind, digest), 0)) {
      Files.copy(file, entry.content());
      entry.commit(new byte[0]);
    } catch (IOException | UnsupportedOperationException e) {
      // It is fetched or made again the next time.
    }
    new Housekeeping(cache).keep();
  }
}
