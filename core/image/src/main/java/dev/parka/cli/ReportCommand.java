package dev.parka.cli;

import dev.parka.location.ImageLocation;
import dev.parka.location.LocatedImage;
import dev.parka.report.Anatomy;
import dev.parka.report.BuildFacts;
import dev.parka.report.Report;
import dev.parka.runtime.ParkaException;
import dev.parka.spec.Platform;
import dev.parka.verify.ImageVerifier;
import dev.parka.verify.VerificationReport;
import dev.parka.verify.compare.ImageContents;
import dev.parka.verify.compare.ImageDiff;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parka-cli report}: all that can be known of an image, to look at. */
@Command(
    name = "report",
    description = {
      "Prints what weighs what in an image, verifies and starts it as 'verify' does, and compares it"
          + " with an earlier one.",
      "With --output, writes all of it as one HTML page, which needs no network; with --class-path, the"
          + " page says why each module is there.",
      "Ends with 1 where verification finds errors."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {
      "  parka-cli report app.tar --output report.html",
      "  parka-cli report app.tar --class-path 'app.jar:lib/*' --boot none --output report.html",
      "  parka-cli report app.tar --against yesterday.tar --boot none --output report.html"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything reads them
final class ReportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private VerificationOptions options;
  @Mixin private ModuleOptions modules;

  @Parameters(
      paramLabel = "<image>",
      description = "Where the image is: " + ImageLocation.FORMS + ".")
  private String image;

  @Option(
      names = "--against",
      paramLabel = "<image>",
      description = "An earlier image to compare it with.")
  private @Nullable String earlier;

  @Option(
      names = "--output",
      paramLabel = "<file.html>",
      description = "Where the page goes; by default, none is written.")
  private @Nullable Path output;

  /** For picocli. */
  ReportCommand() {}

  @Override
  public Integer call() {
    try (LocatedImage located = options.sources().bring(image)) {
      return report(located);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int report(LocatedImage located) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Path layout = located.layout();
    VerificationReport found = ImageVerifier.verify(options.request(located));
    Optional<Anatomy> anatomy = anatomy(found, layout);
    if (anatomy.isEmpty()) {
      out.println(found.render());
      out.flush();
      return ExitCode.FINDINGS;
    }
    Report report = Report.of(anatomy.get()).with(found);
    if (modules.areGiven()) {
      report = report.with(BuildFacts.of(modules.find().modules()));
    }
    if (earlier != null) {
      report = report.against(changes(earlier, layout));
    }
    out.print(report.render());
    if (output != null) {
      report.write(output);
      out.println("\nsaved " + output);
    }
    out.flush();
    return found.isGood() ? ExitCode.GOOD : ExitCode.FINDINGS;
  }

  private ImageDiff changes(String before, Path layout) throws IOException {
    Optional<Platform> wanted = options.sources().platform();
    try (LocatedImage located = options.sources().bring(before)) {
      return ImageDiff.between(
          ImageContents.read(located.layout(), wanted), ImageContents.read(layout, wanted));
    }
  }

  /** Nothing where the image is too damaged to be read, which verification has found. */
  private Optional<Anatomy> anatomy(VerificationReport found, Path layout) throws IOException {
    try {
      return Optional.of(Anatomy.read(layout, options.sources().platform()));
    } catch (ParkaException e) {
      if (found.isGood()) {
        throw e;
      }
      return Optional.empty();
    }
  }
}
