package dev.parka.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "4096, 4096",
    "12B, 12",
    "2GB, 2000000000",
    "500 mb, 500000000",
    "1.5GiB, 1610612736",
    "' 1kib ', 1024",
    "999999999TB, 9223372036854775807"
  })
  void readsWhatPeopleWrite(String text, long bytes) {
    assertThat(ByteSize.parse(text)).contains(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GB", "-1", "1,5GB", "2 G", "1e9", "9999999999", "2GBs", "\u0662GB"})
  void readsNothingElse(String text) {
    assertThat(ByteSize.parse(text)).isEmpty();
  }
}
