package dev.parka.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

  // FAULTS 3
  @Test
  void escapesWhatATerminalWouldActOn() {
    assertThat(Printable.of("a\u001b[2Jb\nc\u202ed\u200be\ud800"))
        .isEqualTo("a\\u001b[2Jb\\u000ac\\u202ed\\u200be\\ud800");
  }

  @Test
  void leavesTextOfAnyLanguageAlone() {
    assertThat(Printable.of("größe 尺寸 🧥")).isEqualTo("größe 尺寸 🧥");
    assertThat(Printable.isPrintable("größe 尺寸 🧥")).isTrue();
  }
}
