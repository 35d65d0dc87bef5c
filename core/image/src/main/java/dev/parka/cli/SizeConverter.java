package dev.parka.cli;

import dev.parka.runtime.cache.ByteSize;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of bytes. */
final class SizeConverter implements ITypeConverter<Long> {

  /** For picocli. */
  SizeConverter() {}

  @Override
  public Long convert(String text) {
    return ByteSize.parse(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + text + "' is no size such as 20MB, 2GB or 1.5GiB"));
  }

  /** Reads what a container may have, in the short units of 1024 of engines as well. */
  static final class OfMemory implements ITypeConverter<Long> {

    private static final Pattern SHORT = Pattern.compile("[0-9]+[kKmMgG]");

    /** For picocli. */
    OfMemory() {}

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
