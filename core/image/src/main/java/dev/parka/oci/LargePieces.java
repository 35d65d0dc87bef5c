package dev.parka.oci;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies streams in large pieces: the fewer are written, the faster. For one thread at a time. */
public final class LargePieces {

  private final byte[] buffer = new byte[1 << 18];

  /** Copies all that is left of a stream. */
  public void copy(InputStream from, OutputStream to) throws IOException {
    for (int n = from.readNBytes(buffer, 0, buffer.length);
        n > 0;
        n = from.readNBytes(buffer, 0, buffer.length)) {
      to.write(buffer, 0, n);
    }
  }
}
