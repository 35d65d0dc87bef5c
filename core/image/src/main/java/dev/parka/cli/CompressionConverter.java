package dev.parka.cli;

import dev.parka.oci.LayerCompression;
import dev.parka.runtime.Printable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses how layers are compressed. */
final class CompressionConverter implements ITypeConverter<LayerCompression> {

  /** For picocli. */
  CompressionConverter() {}

  @Override
  public LayerCompression convert(String text) {
    try {
      return LayerCompression.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(Printable.of(String.valueOf(e.getMessage())));
    }
  }
}
