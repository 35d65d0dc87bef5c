package dev.parka.registry;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** An answer that says that another attempt may do better: 429, or a server's error. */
final class TemporaryFailure extends IOException {

  private static final long serialVersionUID = 1;

  private final transient Optional<Duration> wish;

  /**
   * A failure.
   *
   * @param wish how long the registry asks to be left alone
   */
  TemporaryFailure(String fact, Optional<Duration> wish) {
    super(fact);
    this.wish = wish;
  }

  Optional<Duration> wish() {
    return wish;
  }
}
