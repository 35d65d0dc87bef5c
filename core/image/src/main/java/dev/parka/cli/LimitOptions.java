package dev.parka.cli;

import dev.parka.verify.boot.Limits;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much an image that is run may have. */
final class LimitOptions {

  @Option(
      names = "--memory",
      paramLabel = "<size>",
      converter = SizeConverter.OfMemory.class,
      description = {
        "How much memory an engine's container may have, and without an engine each of its"
            + " processes, such as 256m or 512MiB."
      })
  private @Nullable Long memory;

  @Option(
      names = "--processes",
      paramLabel = "<number>",
      description = "How many processes and threads the application's user may have.")
  private @Nullable Integer processes;

  /** For picocli. */
  LimitOptions() {}

  Limits limits() {
    Long bytes = memory;
    Integer count = processes;
    return new Limits(
        bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes),
        count == null ? OptionalInt.empty() : OptionalInt.of(count));
  }
}
