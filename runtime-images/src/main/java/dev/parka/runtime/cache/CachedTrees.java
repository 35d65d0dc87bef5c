package dev.parka.runtime.cache;

import dev.parka.runtime.tree.FileTree;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.runtime.tree.Removal;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Whole directories as entries of a cache, each in one file with one checksum, so that none is ever
 * there by half and none can lose or gain a file.
 *
 * @param cache where they are kept
 * @param kind what they are
 */
public record CachedTrees(UserCache cache, CacheKind kind) {

  /** How many bytes the checksum has that each entry begins with. */
  private static final int CHECKSUM = 32;

  private static final int BUFFER = 1 << 16;

  /**
   * Writes an entry's files to a directory that does not exist; answers whether there was one that
   * is whole. One that is damaged is deleted, with all that came of it.
   *
   * @throws IOException if the directory cannot be written
   */
  public boolean read(Digest key, Path output) throws IOException {
    Path file = cache.file(kind, key);
    try {
      if (unpack(file, output)) {
        UserCache.touch(file);
        return true;
      }
    } catch (IOException e) {
      Removal.of(output);
      // What was damaged may have asked for what cannot be written.
      if (isWhole(file)) {
        throw e;
      }
    }
    Removal.of(output);
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // In a cache that cannot be written it stays, and is refused the next time, too.
    }
    return false;
  }

  /** Whether there is an entry, be it whole or not. */
  public boolean has(Digest key) {
    return Files.isRegularFile(cache.file(kind, key));
  }

  private static boolean unpack(Path file, Path output) throws IOException {
    MessageDigest digest = Sha256.begin();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      byte[] checksum = in.readNBytes(CHECKSUM);
      TreeCodec.decode(new DataInputStream(new DigestInputStream(in, digest)), output);
      return Arrays.equals(digest.digest(), checksum);
    } catch (TreeCodec.DamagedException e) {
      return false;
    }
  }

  private static boolean isWhole(Path file) {
    MessageDigest digest = Sha256.begin();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] checksum = in.readNBytes(CHECKSUM);
      new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
      return Arrays.equals(digest.digest(), checksum);
    } catch (IOException e) {
      return false;
    }
  }

  /** Keeps the files of a directory; where that cannot be, nothing happens. */
  public void write(Digest key, Path directory) {
    MessageDigest digest = Sha256.begin();
    try (NewEntry entry = NewEntry.at(cache.file(kind, key), CHECKSUM)) {
      DataOutputStream content =
          new DataOutputStream(new DigestOutputStream(entry.content(), digest));
      TreeCodec.encode(FileTree.read(directory, ImagePath.ROOT), content);
      content.flush();
      entry.commit(digest.digest());
    } catch (IOException | UncheckedIOException | UnsupportedOperationException e) {
      // It is made again the next time.
    }
    new Housekeeping(cache).keep();
  }
}
