package dev.parka.oci;

import dev.parka.runtime.cache.Sha256;
import dev.parka.spec.Digest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Counts what is read through it, hashes it where that is wanted, and sees whether its tail holds
 * nothing but zeros.
 */
final class BlobStream extends FilterInputStream {

  private static final int BUFFER = 1 << 16;

  private final Optional<MessageDigest> sha256;
  private final LongConsumer watch;
  private long count;
  private long tailStart;
  private boolean isTailZero = true;

  /**
   * A stream.
   *
   * @param isHashed whether its digest will be asked for
   * @param watch is told of every new count, and may throw
   */
  BlobStream(InputStream in, boolean isHashed, LongConsumer watch) {
    super(in);
    this.sha256 = isHashed ? Optional.of(Sha256.begin()) : Optional.empty();
    this.watch = watch;
  }

  /** The bytes read so far. */
  long count() {
    return count;
  }

  /** The digest of what was read, if it is hashed; can be asked for once. */
  Optional<Digest> digest() {
    return sha256.map(MessageDigest::digest).map(Digest::of);
  }

  /** Says that the tail begins here. */
  void startTail() {
    tailStart = count;
    isTailZero = true;
  }

  /** The bytes read of the tail. */
  long tailLength() {
    return count - tailStart;
  }

  /** Whether every byte that was read of the tail is zero. */
  boolean isTailZero() {
    return isTailZero;
  }

  /** Reads to the end. */
  void drain() throws IOException {
    byte[] buffer = new byte[BUFFER];
    while (read(buffer, 0, BUFFER) >= 0) {
      // Only its digest is of interest.
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int n = in.read(bytes, offset, length);
    if (n > 0) {
      count += n;
      if (sha256.isPresent()) {
        sha256.get().update(bytes, offset, n);
      }
      for (int i = offset; isTailZero && i < offset + n; i++) {
        isTailZero = bytes[i] == 0;
      }
      watch.accept(count);
    }
    return n;
  }

  @Override
  public long skip(long n) throws IOException {
    long left = n;
    byte[] buffer = new byte[(int) Math.min(BUFFER, Math.max(n, 0))];
    while (left > 0) {
      int read = read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        break;
      }
      left -= read;
    }
    return n - left;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
