package dev.parka.oci;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32;

/**
 * Writes one gzip member (RFC 1952) whose blocks are compressed side by side. Its bytes depend on
 * the input and the level alone: blocks have one length whatever the number of processors, and the
 * JDK's zlib, which differs from vendor to vendor, has no part in them.
 */
final class GzipBlocks extends OutputStream {

  /** Long enough that the looking back lost at its end does not show; see ADR 17. */
  private static final int BLOCK = 1 << 20;

  private static final int MOST_THREADS = 16;

  /** Deflated, no flags, no time, maximum compression or not told, unknown system. */
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 2, (byte) 0xff};

  private final OutputStream out;
  private final BlockDeflater deflater;
  private final int mostPending;
  private final ExecutorService threads;
  private final Queue<Future<byte[]>> pending = new ArrayDeque<>();
  private final CRC32 crc = new CRC32();
  private byte[] before = new byte[0];
  private byte[] block = new byte[BLOCK];
  private int filled;
  private long length;
  private boolean isClosed;

  /**
   * A stream that writes to another, which it leaves open.
   *
   * @param processors how many blocks may be compressed at once
   */
  GzipBlocks(OutputStream out, int level, int processors) throws IOException {
    this.out = out;
    this.deflater = new BlockDeflater(level);
    int count = Math.max(1, Math.min(processors, MOST_THREADS));
    this.mostPending = 2 * count;
    this.threads =
        Executors.newFixedThreadPool(
            count,
            task -> {
              Thread thread = new Thread(task, "parka-gzip");
              thread.setDaemon(true);
              return thread;
            });
    out.write(HEADER);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    crc.update(bytes, offset, count);
    length += count;
    int from = offset;
    int end = offset + count;
    while (from < end) {
      if (filled == BLOCK) {
        submit(false);
      }
      int n = Math.min(BLOCK - filled, end - from);
      System.arraycopy(bytes, from, block, filled, n);
      filled += n;
      from += n;
    }
  }

  private void submit(boolean isLast) throws IOException {
    byte[] bytes = filled == BLOCK ? block : Arrays.copyOf(block, filled);
    byte[] previous = before;
    pending.add(threads.submit(() -> deflater.deflate(previous, bytes, isLast)));
    before = bytes;
    block = new byte[isLast ? 0 : BLOCK];
    filled = 0;
    if (pending.size() > mostPending) {
      writeFirst();
    }
  }

  private void writeFirst() throws IOException {
    try {
      out.write(pending.remove().get());
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while compressing", e);
    }
  }

  /** Ends the member; the stream below stays open. */
  @Override
  public void close() throws IOException {
    if (isClosed) {
      return;
    }
    isClosed = true;
    try {
      submit(true);
      while (!pending.isEmpty()) {
        writeFirst();
      }
      out.write(
          ByteBuffer.allocate(8)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putInt((int) crc.getValue())
              .putInt((int) length)
              .array());
      out.flush();
    } finally {
      threads.shutdownNow();
    }
  }
}
