package dev.parka.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteCountTest {

  @ParameterizedTest
  @CsvSource({"12 B, 12", "20 MB, 20000000", "1.5 kB, 1500", "1 KiB, 1024", "2GiB, 2147483648"})
  void readsUnits(String text, long bytes) {
    assertThat(ByteCount.parse(text).bytes()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({"999, 999 B", "1500, 1.5 kB", "20000000, 20.0 MB", "3000000000, 3.0 GB"})
  void writesUnits(long bytes, String text) {
    assertThat(new ByteCount(bytes)).hasToString(text);
  }

  @Test
  void refusesOtherText() {
    assertThatThrownBy(() -> ByteCount.parse("20 mb"))
        .hasMessage("'20 mb' is no number of bytes such as 20 MB, 1.5 GB or 512 KiB");
  }
}
