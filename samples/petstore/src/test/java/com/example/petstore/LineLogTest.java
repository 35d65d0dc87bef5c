package com.example.petstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineLogTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final LineLog log = new LineLog(new PrintStream(out, true, UTF_8));
  private final LogRecord entry = new LogRecord(Level.INFO, "{0} went {1}");

  @BeforeEach
  void fill() {
    entry.setInstant(Instant.parse("2026-01-02T03:04:05Z"));
    entry.setParameters(new Object[] {"Tom", "out"});
  }

  @Test
  void writesOneLine() {
    log.publish(entry);

    assertThat(out.toString(UTF_8)).isEqualTo("2026-01-02T03:04:05Z INFO Tom went out\n");
  }

  @Test
  void keepsAStackTraceOnTheLine() {
    entry.setThrown(new IllegalStateException("two\nlines"));

    log.publish(entry);

    assertThat(out.toString(UTF_8))
        .startsWith(
            "2026-01-02T03:04:05Z INFO Tom went out java.lang.IllegalStateException: two | lines")
        .contains(" | at ")
        .containsOnlyOnce("\n");
  }
}
