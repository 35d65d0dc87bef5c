package dev.parka.cli;

import dev.parka.checkin.DriftMode;
import dev.parka.runtime.Printable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what happens to stale files. */
final class DriftConverter implements ITypeConverter<DriftMode> {

  /** For picocli. */
  DriftConverter() {}

  @Override
  public DriftMode convert(String text) {
    return DriftMode.parse(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + Printable.of(text) + "' is not fail, warn or update"));
  }
}
