package dev.parka.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.modules.ModuleCatalog;
import dev.parka.runtime.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to records on their way: they are read or refused, and nothing else. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class TraceMutationTest {

  private final Random random = new Random(42);

  @TempDir private Path folder;

  @Test
  void damagedLogsAreToldOrRead() throws IOException {
    byte[] log = recorded("-Xlog:class+load,module+load,gc+init:file=");
    assertThat(refusals(log, 1_000)).isBetween(200, 999);
  }

  @Test
  void damagedRecordingsAreToldOrRead() throws IOException {
    byte[] recording = recorded("-XX:StartFlightRecording:jdk.ClassLoad#enabled=true,filename=");
    assertThat(refusals(recording, 500)).isBetween(200, 499);
  }

  @Test
  void cutLogsAreNeverReadUnlessCutBetweenLines() throws IOException {
    byte[] log = recorded("-Xlog:class+load,gc+init:file=");
    try (ModuleCatalog jdk = Catalogs.running()) {
      for (int i = 0; i < 300; i++) {
        byte[] cut = Arrays.copyOf(log, random.nextInt(log.length));
        boolean isBetweenLines = cut.length > 0 && cut[cut.length - 1] == '\n';
        assertThat(isRefused(cut, jdk) || isBetweenLines).isTrue();
      }
    }
  }

  private byte[] recorded(String flag) throws IOException {
    Path file = folder.resolve("good");
    try (ModuleCatalog jdk = Catalogs.running()) {
      List<String> command =
          Applications.in(folder, List.of()).command(jdk.jdk().tool("java"), flag + file);
      assertThat(ChildProcess.of(command).run().succeeded()).isTrue();
    }
    return Files.readAllBytes(file);
  }

  private int refusals(byte[] good, int times) throws IOException {
    int refused = 0;
    try (ModuleCatalog jdk = Catalogs.running()) {
      for (int i = 0; i < times; i++) {
        refused += isRefused(damaged(good), jdk) ? 1 : 0;
      }
    }
    return refused;
  }

  private boolean isRefused(byte[] bytes, ModuleCatalog jdk) throws IOException {
    Path file = Files.write(folder.resolve("damaged"), bytes);
    try {
      assertThat(Trace.read(file, jdk).classes()).isNotEmpty();
      return false;
    } catch (ParkaException e) {
      assertThat(e).hasMessageStartingWith("[BadTrace] ");
      return true;
    }
  }

  /** Cut off somewhere, damaged at its head, or with rubbish strewn over it. */
  private byte[] damaged(byte[] good) {
    if (random.nextInt(4) == 0) {
      return Arrays.copyOf(good, random.nextInt(good.length));
    }
    byte[] damaged = good.clone();
    boolean isHead = random.nextInt(4) == 0;
    for (int hits = 1 << random.nextInt(10); hits > 0; hits--) {
      damaged[random.nextInt(isHead ? 80 : damaged.length)] = (byte) random.nextInt(256);
    }
    return damaged;
  }
}
