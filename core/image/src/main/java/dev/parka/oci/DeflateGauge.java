package dev.parka.oci;

import com.jcraft.jzlib.Deflater;
import com.jcraft.jzlib.GZIPException;
import com.jcraft.jzlib.JZlib;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Measures what parts of a stream come to when it is compressed: the parts follow each other in one
 * DEFLATE stream (RFC 1951), as the files of a layer do, and each ends where the stream is flushed.
 * Of a long part one block in four stands for the others. What it writes goes nowhere; the numbers
 * are the same on every machine.
 */
public final class DeflateGauge extends OutputStream {

  /** The fastest: parts are compared with each other, and all are compressed alike. */
  private static final int LEVEL = 1;

  private static final int BLOCK = 1 << 14;
  private static final int ONE_IN = 4;

  private final Deflater deflater;
  private final byte[] sink = new byte[1 << 16];
  private long taken;
  private long written;
  private long seen;
  private long measured;

  /** Begins a stream. */
  public DeflateGauge() {
    try {
      deflater = new Deflater(LEVEL);
    } catch (GZIPException e) {
      throw new IllegalStateException("1 is a level of DEFLATE", e);
    }
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int from = offset;
    int end = offset + length;
    while (from < end) {
      int count = (int) Math.min(end - from, BLOCK - seen % BLOCK);
      if (seen / BLOCK % ONE_IN == 0) {
        measure(bytes, from, count);
      }
      seen += count;
      from += count;
    }
  }

  private void measure(byte[] bytes, int offset, int length) throws IOException {
    deflater.setInput(bytes, offset, length, false);
    do {
      deflate(JZlib.Z_NO_FLUSH);
    } while (deflater.getAvailIn() > 0);
    measured += length;
  }

  /** Ends a part; answers how many bytes it came to. */
  public long take() throws IOException {
    do {
      deflate(JZlib.Z_SYNC_FLUSH);
    } while (deflater.getAvailOut() == 0);
    long part = measured == 0 ? 0 : Math.round((written - taken) * ((double) seen / measured));
    taken = written;
    seen = 0;
    measured = 0;
    return part;
  }

  private void deflate(int flush) throws IOException {
    deflater.setOutput(sink, 0, sink.length);
    int result = deflater.deflate(flush);
    // There may be nothing left to do, which is no error.
    if (result != JZlib.Z_OK && result != JZlib.Z_BUF_ERROR) {
      throw new GZIPException("deflating ended with " + result);
    }
    written += sink.length - deflater.getAvailOut();
  }

  @Override
  public void close() {
    deflater.end();
  }
}
