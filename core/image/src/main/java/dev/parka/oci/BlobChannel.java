package dev.parka.oci;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;

/**
 * A file that gives no more than a few megabytes while the headers of a tar file are read: a header
 * may promise a name of any length, and it would be held in memory.
 */
final class BlobChannel implements SeekableByteChannel {

  private static final long MAX_HEADER_BYTES = 16L << 20;

  private final FileChannel file;
  private long budget = MAX_HEADER_BYTES;

  BlobChannel(FileChannel file) {
    this.file = file;
  }

  /** Lifts the limit. */
  void headersAreRead() {
    budget = Long.MAX_VALUE;
  }

  @Override
  public int read(ByteBuffer bytes) throws IOException {
    int count = file.read(bytes);
    budget -= Math.max(count, 0);
    if (budget < 0) {
      throw new IOException("its headers have more than " + MAX_HEADER_BYTES + " bytes");
    }
    return count;
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    throw new ClosedChannelException();
  }

  @Override
  public long position() throws IOException {
    return file.position();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    file.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  public SeekableByteChannel truncate(long size) throws IOException {
    throw new ClosedChannelException();
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
