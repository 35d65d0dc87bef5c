package dev.parka.cli;

import dev.parka.image.ContainerImages;
import dev.parka.runtime.cache.Digest;
import dev.parka.runtime.startup.Training;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** What a start-up archive is made of. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything reads them
final class StartupOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--training",
      converter = TrainingConverter.class,
      paramLabel = "exit|http:<port><path>",
      description = {
        "How to run the application for its start-up archive, on this machine: to its end ('exit'),"
            + " or until it answers a request ('http:8080/health'), when it is stopped."
      })
  private @Nullable Training training;

  @Option(
      names = "--training-env",
      paramLabel = "<name=value>",
      description = "An environment variable for that run alone.")
  private Map<String, String> environment = new LinkedHashMap<>();

  @Option(
      names = "--class-list",
      paramLabel = "<file>",
      description = "The classes of the start-up archive, as -XX:DumpLoadedClassList writes them.")
  private @Nullable Path classList;

  @Option(
      names = "--startup-archive",
      paramLabel = "<file>@<sha256>",
      converter = KeptConverter.class,
      description = "The start-up archive that an earlier build made, and its digest.")
  private @Nullable Kept kept;

  @Option(
      names = "--update-lock",
      description = {
        "Writes the digest of a start-up archive that is not reproducible to the lock file, which"
            + " later builds keep to."
      })
  private boolean updateLock;

  /** For picocli. */
  StartupOptions() {}

  /** A file and its digest. */
  private record Kept(Path file, Digest digest) {}

  ContainerImages apply(ContainerImages images) {
    return source(images).updateLock(updateLock);
  }

  private ContainerImages source(ContainerImages images) {
    int sources = (training == null ? 0 : 1) + (classList == null ? 0 : 1) + (kept == null ? 0 : 1);
    if (sources > 1) {
      throw new ParameterException(
          spec.commandLine(), "--training, --class-list and --startup-archive exclude each other");
    }
    if (training == null && !environment.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--training-env needs --training");
    }
    if (classList != null) {
      return images.classList(classList);
    }
    if (kept != null) {
      return images.startupArchive(kept.file(), kept.digest());
    }
    if (training == null) {
      return images;
    }
    Training run = training;
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      run = run.with(variable.getKey(), variable.getValue());
    }
    return images.training(run);
  }

  /** Reads a training. */
  static final class TrainingConverter implements ITypeConverter<Training> {

    private static final Pattern HTTP = Pattern.compile("http:([0-9]{1,5})(/[!-~]*)");
    private static final int LARGEST = 0xffff;

    /** For picocli. */
    TrainingConverter() {}

    @Override
    public Training convert(String text) {
      if (text.equals("exit")) {
        return Training.toItsEnd();
      }
      Matcher http = HTTP.matcher(text);
      if (http.matches() && Integer.parseInt(http.group(1)) <= LARGEST) {
        return Training.http(Integer.parseInt(http.group(1)), http.group(2));
      }
      throw new TypeConversionException("'" + text + "' is not exit or http:<port><path>");
    }
  }

  /** Reads a file and its digest. */
  static final class KeptConverter implements ITypeConverter<Kept> {

    /** For picocli. */
    KeptConverter() {}

    @Override
    public Kept convert(String text) {
      int at = text.lastIndexOf('@');
      String hex = text.substring(at + 1);
      if (at <= 0 || !hex.matches("[0-9a-f]{64}")) {
        throw new TypeConversionException("'" + text + "' is not <file>@<64 hexadecimal digits>");
      }
      return new Kept(Path.of(text.substring(0, at)), Digest.parse(hex));
    }
  }
}
