package dev.parka.runtime.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.startup.ArchiveNormaliser.Clock;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** On archives of the shape that JDK 25 writes, with one page of header and one of heap. */
class ArchiveNormaliserTest {

  private static final int PAGE = 4096;
  private static final int HEADER_END = 984;
  private static final int REGION = 24;
  private static final int SOFT = 0x1b7dc8;

  @Test
  void givesTheSameBytesUnderTwoClocks() {
    byte[] one = normalised(archive(25_505_084, 25_506_698), new Clock(25_505_000, 25_507_000));
    byte[] other = normalised(archive(99_000, 99_500), new Clock(98_999, 100_000));

    assertThat(other).isEqualTo(one);
    assertThat(ArchiveNormaliser.normalise(one, new Clock(0, 0))).hasValue(one);
  }

  @Test
  void leavesNumbersAloneThatAreNoTimes() {
    byte[] archive = archive(5_000, 5_000);
    byte[] heap = normalised(archive, new Clock(4_900, 5_100));

    // The last word of the heap is a number in no object that fits.
    assertThat(word(heap, 2 * PAGE - Long.BYTES)).isEqualTo(5_000);
  }

  @Test
  void touchesNothingOutsideTheRunOfTheJvm() {
    byte[] archive = archive(5_000, 5_000);

    assertThat(normalised(archive, new Clock(6_000, 7_000))).isEqualTo(archive);
  }

  @Test
  void believesNoFileWhoseChecksumsAreWrong() {
    byte[] archive = archive(5_000, 5_000);
    archive[PAGE + 100] ^= 1;

    assertThat(ArchiveNormaliser.normalise(archive, new Clock(0, 1))).isEmpty();
    assertThat(ArchiveNormaliser.normalise(new byte[10], new Clock(0, 1))).isEmpty();
    assertThat(ArchiveNormaliser.normalise(new byte[2 * PAGE], new Clock(0, 1))).isEmpty();
  }

  private static byte[] normalised(byte[] archive, Clock clock) {
    return ArchiveNormaliser.normalise(archive, clock).orElseThrow();
  }

  private static long word(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).getLong(at);
  }

  private static byte[] archive(long stamp, long clock) {
    ByteBuffer words = ByteBuffer.allocate(2 * PAGE).order(ByteOrder.nativeOrder());
    int heap = PAGE + 512;
    for (int object = 0; object < 3; object++) {
      int at = heap + object * 48;
      words.putLong(at, 1);
      words.putInt(at + 8, SOFT);
      words.putLong(at + 32, stamp);
    }
    // The class object: the address of the class, other fields, the static clock.
    words.putLong(heap + 512, 0x10344c21001L);
    words.putLong(heap + 560, 0x8_0000_0000L + SOFT);
    words.putLong(heap + 664, clock);
    words.putLong(2 * PAGE - Long.BYTES, 5_000);
    words.putInt(0, 0xf00baba2);
    words.putInt(12, HEADER_END);
    words.putInt(REGION + 12, 1);
    words.putLong(REGION + 24, PAGE);
    words.putLong(REGION + 40, PAGE);
    words.putInt(REGION, crc(words.array(), PAGE, 2 * PAGE));
    words.putInt(4, crc(words.array(), 16, HEADER_END));
    return words.array();
  }

  private static int crc(byte[] bytes, int from, int to) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, to - from);
    return (int) crc.getValue();
  }
}
