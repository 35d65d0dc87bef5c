package dev.parka.oci;

import com.jcraft.jzlib.Deflater;
import com.jcraft.jzlib.GZIPException;
import com.jcraft.jzlib.JZlib;
import java.io.IOException;
import java.util.Arrays;

/**
 * Makes the parts of a DEFLATE stream (RFC 1951) apart from each other: each refers back to what
 * came before it, and ends at a full byte.
 *
 * @param level how hard to try, 1 to 9
 */
record BlockDeflater(int level) {

  /** DEFLATE looks back no farther. */
  private static final int WINDOW = 1 << 15;

  /** jzlib takes a dictionary in the zlib format alone (RFC 1950), whose frame is cut off again. */
  private static final int HEADER = 2;

  private static final int DICTIONARY_ID = 4;
  private static final int CHECKSUM = 4;

  /** Room for the empty block that aligns to a byte, and for what cannot be compressed. */
  private static final int SLACK = 1024;

  /**
   * Compresses one part.
   *
   * @param before what came before it, of which the last 32 KiB count
   * @param bytes the part
   * @param isLast whether the stream ends with it
   */
  byte[] deflate(byte[] before, byte[] bytes, boolean isLast) throws IOException {
    Deflater deflater = new Deflater(level);
    int header = HEADER;
    if (before.length > 0) {
      byte[] dictionary =
          Arrays.copyOfRange(before, Math.max(0, before.length - WINDOW), before.length);
      require(deflater.setDictionary(dictionary, dictionary.length), JZlib.Z_OK);
      header += DICTIONARY_ID;
    }
    byte[] out = new byte[bytes.length + bytes.length / 100 + SLACK];
    deflater.setInput(bytes, 0, bytes.length, false);
    deflater.setOutput(out, 0, out.length);
    if (isLast) {
      require(deflater.deflate(JZlib.Z_FINISH), JZlib.Z_STREAM_END);
    } else {
      require(deflater.deflate(JZlib.Z_SYNC_FLUSH), JZlib.Z_OK);
    }
    int end = deflater.getNextOutIndex() - (isLast ? CHECKSUM : 0);
    deflater.end();
    return Arrays.copyOfRange(out, header, end);
  }

  private static void require(int result, int wanted) throws IOException {
    if (result != wanted) {
      throw new GZIPException("deflating ended with " + result);
    }
  }
}
