package dev.parka.cli;

import dev.parka.report.Anatomy;
import dev.parka.report.Report;
import dev.parka.runtime.ParkaException;
import dev.parka.spec.Platform;
import dev.parka.verify.ImageVerifier;
import dev.parka.verify.VerificationReport;
import dev.parka.verify.VerificationRequest;
import dev.parka.verify.boot.BootPlan;
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
      "With --output, writes all of it as one HTML page, which needs no network.",
      "Ends with 1 where verification finds errors."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {
      "  parka-cli report app.tar --output report.html",
      "  parka-cli report app.tar --against yesterday.tar --boot none --output report.html"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything reads them
final class ReportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private BootOptions boot;
  @Mixin private PlatformOption platform;

  @Parameters(paramLabel = "<image>", description = "An OCI image layout: a tar or a directory.")
  private Path image;

  @Option(
      names = "--against",
      paramLabel = "<image>",
      description = "An earlier image to compare it with.")
  private @Nullable Path earlier;

  @Option(
      names = "--output",
      paramLabel = "<file.html>",
      description = "Where the page goes; by default, none is written.")
  private @Nullable Path output;

  @Option(names = "--allow-root", description = "Takes an image that runs as root for good.")
  private boolean allowRoot;

  /** For picocli. */
  ReportCommand() {}

  @Override
  public Integer call() {
    try {
      return report();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int report() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Optional<Platform> wanted = platform.platform();
    VerificationReport found = ImageVerifier.verify(request(wanted));
    Optional<Anatomy> anatomy = anatomy(found, wanted);
    if (anatomy.isEmpty()) {
      out.println(found.render());
      out.flush();
      return ExitCode.FINDINGS;
    }
    Report report = Report.of(anatomy.get()).with(found);
    if (earlier != null) {
      ImageContents before = ImageContents.read(earlier, wanted);
      report = report.against(ImageDiff.between(before, ImageContents.read(image, wanted)));
    }
    out.print(report.render());
    if (output != null) {
      report.write(output);
      out.println("\nsaved " + output);
    }
    out.flush();
    return found.isGood() ? ExitCode.GOOD : ExitCode.FINDINGS;
  }

  /** Nothing where the image is too damaged to be read, which verification has found. */
  private Optional<Anatomy> anatomy(VerificationReport found, Optional<Platform> wanted)
      throws IOException {
    try {
      return Optional.of(Anatomy.read(image, wanted));
    } catch (ParkaException e) {
      if (found.isGood()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private VerificationRequest request(Optional<Platform> wanted) {
    VerificationRequest request = VerificationRequest.of(image);
    if (wanted.isPresent()) {
      request = request.withPlatform(wanted.get());
    }
    if (allowRoot) {
      request = request.allowingRoot();
    }
    Optional<BootPlan> plan = boot.plan();
    return plan.isPresent() ? request.withBoot(plan.get()) : request;
  }
}
