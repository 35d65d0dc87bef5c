package dev.parka.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process that has run.
 *
 * @param millis from its start to its end
 * @param kilobytes the most memory that it had
 * @param exitCode how it ended
 */
record Child(double millis, long kilobytes, int exitCode) {

  static Child of(List<String> command, Map<String, String> environment, Path log)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    long start = System.nanoTime();
    Process process = builder.start();
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    long peak = 0;
    while (!process.waitFor(5, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peak(status));
    }
    return new Child((System.nanoTime() - start) / 1e6, peak, process.exitValue());
  }

  void requireGood(Path log) throws IOException {
    if (exitCode != 0) {
      throw new IOException("ended with " + exitCode + ":\n" + Files.readString(log));
    }
  }

  private static long peak(Path status) {
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(Long::parseLong)
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException e) {
      // It has just ended.
      return 0;
    }
  }
}
