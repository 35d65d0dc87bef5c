package dev.parka.oci;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongConsumer;

/** Passes bytes on, and tells of their number at the end and whenever there are a million more. */
final class WatchedOutputStream extends FilterOutputStream {

  private static final long STEP = 1_000_000;

  private final LongConsumer watch;
  private long count;
  private long next = STEP;

  WatchedOutputStream(OutputStream out, LongConsumer watch) {
    super(out);
    this.watch = watch;
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    add(1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    add(length);
  }

  private void add(int more) {
    count += more;
    if (count >= next) {
      next = count + STEP;
      watch.accept(count);
    }
  }

  /** Where a layer ends: the tar around its files has more bytes than these, never fewer. */
  @Override
  public void flush() throws IOException {
    out.flush();
    watch.accept(count);
  }
}
