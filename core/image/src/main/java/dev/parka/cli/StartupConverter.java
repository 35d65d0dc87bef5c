package dev.parka.cli;

import dev.parka.annotations.Startup;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a kind of start-up archive. */
final class StartupConverter implements ITypeConverter<Startup> {

  /** For picocli. */
  StartupConverter() {}

  @Override
  public Startup convert(String text) {
    for (Startup startup : Startup.values()) {
      if (startup.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
        return startup;
      }
    }
    throw new TypeConversionException("'" + text + "' is not none, cds, app-cds or aot-cache");
  }
}
