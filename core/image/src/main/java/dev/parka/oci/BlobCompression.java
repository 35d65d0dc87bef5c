package dev.parka.oci;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdUtils;

/** How a layer is compressed, told by its first bytes: a media type may lie. */
final class BlobCompression {

  private static final int MAGIC_LENGTH = 4;

  private BlobCompression() {}

  /** {@code none}, {@code gzip} or {@code zstd}; nothing is consumed. */
  static String of(BufferedInputStream stored) throws IOException {
    stored.mark(MAGIC_LENGTH);
    byte[] magic = stored.readNBytes(MAGIC_LENGTH);
    stored.reset();
    if (GzipCompressorInputStream.matches(magic, magic.length)) {
      return "gzip";
    }
    return ZstdUtils.matches(magic, magic.length) ? "zstd" : "none";
  }

  /**
   * Opens the uncompressed bytes. Of gzip the first member alone: the specification has no more.
   */
  static InputStream open(String compression, BufferedInputStream stored) throws IOException {
    return switch (compression) {
      case "gzip" ->
          GzipCompressorInputStream.builder()
              .setInputStream(stored)
              .setDecompressConcatenated(false)
              .get();
      case "zstd" -> {
        if (!ZstdUtils.isZstdCompressionAvailable()) {
          throw new IOException(
              "it is compressed with zstd, and zstd-jni is not on the class path");
        }
        yield new ZstdCompressorInputStream(stored);
      }
      default -> stored;
    };
  }
}
