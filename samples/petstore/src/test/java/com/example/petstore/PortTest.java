package com.example.petstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortTest {

  @Test
  void readsAPort() {
    assertThat(PetStore.port("0")).isZero();
    assertThat(PetStore.port("65535")).isEqualTo(65535);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "65536", "-1", "http", " 80", "999999999999"})
  void refusesWhatIsNoPort(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PetStore.port(value))
        .withMessage("PORT is '" + value + "', not a number from 0 to 65535");
  }
}
