package dev.parka.cli;

import dev.parka.runtime.cache.ByteSize;
import dev.parka.verify.boot.Limits;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How much an image that is run may have. */
final class LimitOptions {

  @Option(
      names = "--memory",
      paramLabel = "<size>",
      converter = Memory.class,
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

  /** Reads sizes, and the short units of 1024 that engines have. */
  static final class Memory implements ITypeConverter<Long> {

    private static final Pattern SHORT = Pattern.compile("[0-9]+[kKmMgG]");

    /** For picocli. */
    Memory() {}

    @Override
    public Long convert(String text) {
      return ByteSize.parse(SHORT.matcher(text).matches() ? text + "iB" : text)
          .filter(bytes -> bytes > 0)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + text + "' is no number of bytes such as 256m or 512MiB"));
    }
  }
}
