package dev.parka.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerCompressorTest {

  private static final int BLOCK = 1 << 20;

  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, 100, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 3 * BLOCK + 12_345, 9 * BLOCK})
  void gzipGivesBackWhatWentIn(int length) throws Exception {
    byte[] bytes = halfRandom(length);
    byte[] gzip = gzip(bytes, 2, 8192);
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      assertThat(in.readAllBytes()).isEqualTo(bytes);
    }
  }

  @Test
  void gzipOfWhatCannotBeCompressedIsHardlyLonger() throws Exception {
    byte[] bytes = new byte[3 * BLOCK];
    new Random(1).nextBytes(bytes);
    byte[] gzip = gzip(bytes, 2, 8192);
    assertThat(gzip.length - bytes.length).isBetween(0, 2000);
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      assertThat(in.readAllBytes()).isEqualTo(bytes);
    }
  }

  @Test
  void gzipIsTheSameForAnyNumberOfProcessorsAndAnyLengthOfWrites() throws Exception {
    byte[] bytes = halfRandom(5 * BLOCK + 77);
    byte[] gzip = gzip(bytes, 1, bytes.length);
    assertThat(gzip(bytes, 2, 1000)).isEqualTo(gzip);
    assertThat(gzip(bytes, 16, 65_537)).isEqualTo(gzip);
  }

  /** The digests are those of any machine: a library that wrote other bytes would show here. */
  @Test
  void bytesAreTheOnesThatTheyAlwaysWere() throws Exception {
    byte[] bytes = halfRandom(3 * BLOCK);
    assertThat(HandMadeImage.sha256(gzip(bytes, 2, 8192)))
        .isEqualTo("0f87037ea88557b59746b7dacb9b390184e0273d3305a8de7e4cd5f8cff3cd30");
    assertThat(HandMadeImage.sha256(zstd(bytes, 3, 2)))
        .isEqualTo("02610e3442e3013bb4b673ee229e8f3b5046eabf8fbd366c604fb8c958b21d9b");
  }

  @Test
  void zstdGivesBackWhatWentIn() throws Exception {
    byte[] bytes = halfRandom(3 * BLOCK + 5);
    try (InputStream in =
        new ZstdCompressorInputStream(new ByteArrayInputStream(zstd(bytes, 19, 2)))) {
      assertThat(in.readAllBytes()).isEqualTo(bytes);
    }
  }

  @Test
  void zstdIsTheSameForAnyNumberOfProcessors() throws Exception {
    byte[] bytes = halfRandom(20 * BLOCK);
    byte[] zstd = zstd(bytes, 3, 1);
    assertThat(zstd(bytes, 3, 2)).isEqualTo(zstd);
    assertThat(zstd(bytes, 3, 7)).isEqualTo(zstd);
  }

  @Test
  void parsesWhatItPrints() {
    assertThat(LayerCompression.parse("gzip")).isEqualTo(LayerCompression.GZIP);
    assertThat(LayerCompression.parse("zstd")).isEqualTo(LayerCompression.ZSTD);
    assertThat(LayerCompression.parse("zstd:3")).hasToString("zstd:3");
  }

  @Test
  void refusesWhatIsNoCompression() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LayerCompression.parse("brotli"))
        .withMessage(
            "'brotli' is no compression; give gzip, zstd, or one with a level, as in zstd:3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LayerCompression.parse("gzip:10"))
        .withMessage("gzip has the levels 1 to 9, not 10");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LayerCompression.parse("zstd:0"))
        .withMessage("zstd has the levels 1 to 22, not 0");
  }

  private static byte[] gzip(byte[] bytes, int processors, int step) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GzipBlocks(out, 9, processors)) {
      for (int from = 0; from < bytes.length; from += step) {
        gzip.write(bytes, from, Math.min(step, bytes.length - from));
      }
    }
    return out.toByteArray();
  }

  private static byte[] zstd(byte[] bytes, int level, int processors) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LayerCompression compression = new LayerCompression(LayerCompression.Algorithm.ZSTD, level);
    try (OutputStream zstd = LayerCompressor.open(compression, out, processors)) {
      zstd.write(bytes);
    }
    return out.toByteArray();
  }

  /** Words drawn at random: compressible, but not to nothing. */
  private static byte[] halfRandom(int length) {
    Random random = new Random(7);
    byte[][] words = new byte[500][];
    for (int i = 0; i < words.length; i++) {
      words[i] = new byte[3 + random.nextInt(20)];
      random.nextBytes(words[i]);
    }
    byte[] bytes = new byte[length];
    for (int at = 0; at < length; ) {
      byte[] word = words[random.nextInt(words.length)];
      int n = Math.min(word.length, length - at);
      System.arraycopy(word, 0, bytes, at, n);
      at += n;
    }
    return bytes;
  }
}
