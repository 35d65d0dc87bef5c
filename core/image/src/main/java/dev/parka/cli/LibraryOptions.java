package dev.parka.cli;

import dev.parka.image.ContainerImages;
import dev.parka.runtime.rootfs.LibrarySource;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What lies under the run-time image. */
final class LibraryOptions {

  @Option(
      names = "--libraries",
      defaultValue = "host",
      converter = SourceConverter.class,
      paramLabel = "host|<directory>",
      description = {
        "Where shared libraries are taken from: this machine ('host', the default), or a root file"
            + " system in a directory, such as the unpacked one of a base image, or of the image"
            + " whose JDK links."
      })
  private LibrarySource libraries = LibrarySource.HOST;

  @Option(
      names = "--etc-ssl",
      description = "Puts CA certificates into /etc/ssl, for what is not Java; Java has its own.")
  private boolean etcSsl;

  /** For picocli. */
  LibraryOptions() {}

  /** The build with these options. */
  ContainerImages on(ContainerImages build) {
    return build.libraries(libraries).caCertificates(etcSsl);
  }

  /** Reads a source. */
  static final class SourceConverter implements ITypeConverter<LibrarySource> {

    /** For picocli. */
    SourceConverter() {}

    @Override
    public LibrarySource convert(String text) {
      if (text.equals("host")) {
        return LibrarySource.HOST;
      }
      try {
        Path directory = Path.of(text);
        if (Files.isDirectory(directory)) {
          return new LibrarySource(directory);
        }
      } catch (InvalidPathException e) {
        // As if it were not there.
      }
      throw new TypeConversionException("'" + text + "' is neither 'host' nor a directory");
    }
  }
}
