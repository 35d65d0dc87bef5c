package dev.parka.cli;

import dev.parka.verify.boot.Limits;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How much an image that is run may have. */
final class LimitOptions {

  @Option(
      names = "--memory",
      paramLabel = "<bytes>[k|m|g]",
      converter = Memory.class,
      description = {
        "How much memory an engine's container may have, and without an engine each of its"
            + " processes."
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

  /** Reads a number with a unit of 1024, as engines do. */
  static final class Memory implements ITypeConverter<Long> {

    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,11})([kmg]?)");
    private static final int KIBI_BITS = 10;

    /** For picocli. */
    Memory() {}

    @Override
    public Long convert(String text) {
      Matcher matcher = TEXT.matcher(text.toLowerCase(Locale.ROOT));
      if (!matcher.matches()) {
        throw new TypeConversionException("'" + text + "' is no number of bytes such as 256m");
      }
      int unit = matcher.group(2).isEmpty() ? 0 : "kmg".indexOf(matcher.group(2)) + 1;
      return Long.parseLong(matcher.group(1)) << (unit * KIBI_BITS);
    }
  }
}
