package dev.parka.verify.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemporaryDirectoryTest {

  private static final long TERM = 1L << 14;

  @Test
  void goesWhenItIsClosed() throws Exception {
    TemporaryDirectory directory = TemporaryDirectory.create();
    Files.writeString(directory.path().resolve("file"), "");
    directory.close();

    assertThat(directory.path()).doesNotExist();
    assertThat(directory.sweeper().isAlive()).isFalse();
  }

  /**
   * A terminal sends them to all processes of a job; an application may be at its end meanwhile.
   */
  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM", "HUP"})
  void staysWhateverATerminalSends(String signal) throws Exception {
    try (TemporaryDirectory directory = TemporaryDirectory.create()) {
      Process sweeper = directory.sweeper();
      awaitTrap(sweeper.pid());
      for (int i = 0; i < 5; i++) {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(sweeper.pid())).start().waitFor();
      }
      sweeper.getOutputStream().write('\n');
      sweeper.getOutputStream().flush();

      assertThat(sweeper.waitFor()).isZero();
      assertThat(directory.path()).isDirectory();
    }
  }

  /** By when it has said what is to become of signals. */
  private static void awaitTrap(long pid) throws IOException {
    Path status = Path.of("/proc", String.valueOf(pid), "status");
    while (signals(status, "SigIgn:") + signals(status, "SigCgt:") == 0) {
      Thread.onSpinWait();
    }
  }

  private static long signals(Path status, String name) throws IOException {
    String line =
        Files.readAllLines(status).stream()
            .filter(l -> l.startsWith(name))
            .findFirst()
            .orElseThrow();
    return Long.parseUnsignedLong(line.substring(name.length()).strip(), 16) & TERM;
  }
}
