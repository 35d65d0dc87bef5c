package dev.parka.oci;

import dev.parka.runtime.cache.Sha256;
import dev.parka.spec.Digest;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Passes bytes on, and knows their number and digest. */
final class DigestingOutputStream extends FilterOutputStream {

  private final MessageDigest sha256 = Sha256.begin();
  private long size;

  DigestingOutputStream(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    sha256.update((byte) b);
    size++;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    sha256.update(bytes, offset, length);
    size += length;
  }

  /** The number of bytes so far. */
  long size() {
    return size;
  }

  /** The digest; to be asked for once, at the end. */
  Digest digest() {
    return Digest.of(sha256.digest());
  }
}
