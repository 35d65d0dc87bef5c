package dev.parka.oci;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;

/** Opens the streams that compress layers. */
final class LayerCompressor {

  private LayerCompressor() {}

  /**
   * A stream that compresses into another, which closing it leaves open.
   *
   * @param processors how many may work at once; the bytes do not depend on it
   */
  static OutputStream open(LayerCompression compression, OutputStream out, int processors)
      throws IOException {
    return switch (compression.algorithm()) {
      case GZIP -> new GzipBlocks(out, compression.level(), processors);
      case ZSTD ->
          ZstdCompressorOutputStream.builder()
              .setOutputStream(unclosed(out))
              .setLevel(compression.level())
              // One worker cuts the input as many do; none would cut it otherwise.
              .setWorkers(processors)
              .get();
    };
  }

  private static OutputStream unclosed(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
      }

      @Override
      public void close() throws IOException {
        out.flush();
      }
    };
  }
}
