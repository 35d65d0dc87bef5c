package dev.parka.runtime.trace;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a file that may be anything; one that is too long comes in pieces. */
final class BoundedLines {

  /** Longer than any line about a class of the JDK. */
  static final int LONGEST = 8 << 10;

  private final InputStream in;
  private final byte[] line = new byte[LONGEST];
  private long consumed;
  private boolean endsInMidLine;

  BoundedLines(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /** The next line without its end; null after the last. */
  @Nullable String next() throws IOException {
    int length = 0;
    int next = 0;
    while (length < LONGEST && (next = in.read()) >= 0 && next != '\n') {
      line[length++] = (byte) next;
    }
    if (next < 0 && length == 0) {
      return null;
    }
    consumed += length + 1;
    endsInMidLine = next != '\n';
    return new String(line, 0, length, StandardCharsets.UTF_8);
  }

  /** Whether the line that came last has no end. */
  boolean endsInMidLine() {
    return endsInMidLine;
  }

  /** About how many bytes were read so far. */
  long consumed() {
    return consumed;
  }
}
