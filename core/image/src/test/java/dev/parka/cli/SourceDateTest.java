package dev.parka.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.ParkaException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceDateTest {

  @Test
  void readsSeconds() {
    assertThat(SourceDate.parse("1700000000")).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "yesterday", "99999999999", " 1"})
  void refusesAnythingElse(String value) {
    assertThatThrownBy(() -> SourceDate.parse(value))
        .isInstanceOf(ParkaException.class)
        .hasMessage(
            "[BadSourceDate] SOURCE_DATE_EPOCH is '"
                + value
                + "'; set it to whole seconds since 1970, or unset it");
  }
}
