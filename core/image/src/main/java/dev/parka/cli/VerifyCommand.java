package dev.parka.cli;

import dev.parka.verify.ImageVerifier;
import dev.parka.verify.VerificationReport;
import dev.parka.verify.VerificationRequest;
import dev.parka.verify.boot.BootPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parka-cli verify}: whether an image is what it says, and starts. */
@Command(
    name = "verify",
    description = "Recomputes every digest of an image, checks it and starts it.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  parka-cli verify --boot http:8080/health app.tar")
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything reads them
final class VerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private BootOptions boot;

  @Parameters(paramLabel = "<image>", description = "An OCI image layout: a tar or a directory.")
  private Path image;

  @Option(names = "--allow-root", description = "Takes an image that runs as root for good.")
  private boolean allowRoot;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "text|json",
      description = "How to print the report.")
  private OutputFormat format;

  /** For picocli. */
  VerifyCommand() {}

  @Override
  public Integer call() {
    VerificationRequest request = VerificationRequest.of(image);
    if (allowRoot) {
      request = request.allowingRoot();
    }
    Optional<BootPlan> plan = boot.plan();
    if (plan.isPresent()) {
      request = request.withBoot(plan.get());
    }
    VerificationReport report = verify(request);
    PrintWriter out = spec.commandLine().getOut();
    out.println(format == OutputFormat.JSON ? report.toJson() : report.render());
    out.flush();
    return report.isGood() ? ExitCode.GOOD : ExitCode.FINDINGS;
  }

  private static VerificationReport verify(VerificationRequest request) {
    try {
      return ImageVerifier.verify(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
