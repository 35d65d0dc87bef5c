package dev.parka.cli;

import dev.parka.image.BuiltImage;
import dev.parka.report.Report;
import dev.parka.verify.VerificationReport;
import dev.parka.verify.compare.ImageContents;
import dev.parka.verify.compare.ImageDiff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The page that tells of a built image. */
@SuppressWarnings("NullAway.Init") // picocli sets the specification before anything reads it
final class PageOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--report",
      paramLabel = "<file.html>",
      description = {
        "Writes all that is known of the image as one HTML page, which needs no network:",
        "what weighs what, why each module is there, what --verify found."
      })
  private @Nullable Path page;

  @Option(
      names = "--against",
      paramLabel = "<image>",
      description = "An earlier image, an OCI image layout, that --report compares it with.")
  private @Nullable Path earlier;

  /** For picocli. */
  PageOptions() {}

  /**
   * Refuses what cannot be, before an image is built.
   *
   * @param images how many images are wanted
   */
  void require(int images) {
    if (earlier != null && page == null) {
      throw new ParameterException(spec.commandLine(), "--against needs --report");
    }
    if (page != null && images > 1) {
      throw new ParameterException(
          spec.commandLine(),
          "--report="
              + page
              + " tells of one image, and "
              + images
              + " are wanted: name one with"
              + " --platform");
    }
  }

  /** Writes the page, if it is wanted; answers what was done. */
  Optional<String> write(BuiltImage image, Optional<VerificationReport> found) {
    if (page == null) {
      return Optional.empty();
    }
    Report report = image.wholeReport();
    if (found.isPresent()) {
      report = report.with(found.get());
    }
    if (earlier != null) {
      report = report.against(diff(earlier, image));
    }
    report.write(page);
    return Optional.of("saved " + page);
  }

  private static ImageDiff diff(Path earlier, BuiltImage image) {
    try {
      return ImageDiff.between(
          ImageContents.read(earlier, Optional.of(image.image().platform())),
          ImageContents.read(image.image().layout(), Optional.empty()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
