package dev.parka.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads times such as {@code 10s}. */
final class TimeConverter implements ITypeConverter<Duration> {

  private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,5})(ms|s|m)");

  /** For picocli. */
  TimeConverter() {}

  @Override
  public Duration convert(String text) {
    Matcher time = TIME.matcher(text);
    if (!time.matches()) {
      throw new TypeConversionException(
          "'" + text + "' is no time; write it like 500ms, 10s or 2m");
    }
    long number = Long.parseLong(time.group(1));
    return switch (time.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      default -> Duration.ofMinutes(number);
    };
  }
}
