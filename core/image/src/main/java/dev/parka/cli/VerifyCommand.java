package dev.parka.cli;

import dev.parka.location.ImageLocation;
import dev.parka.location.LocatedImage;
import dev.parka.verify.ImageVerifier;
import dev.parka.verify.VerificationReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
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
    description = {
      "Recomputes every digest of an image, looks at its documents, files, native code, modules"
          + " and",
      "jars, and starts it. Ends with 1 where something is wrong; warnings count not."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {
      "  parka-cli verify --boot http:8080/health app.tar",
      "  parka-cli verify --boot none --max-size 20MB registry:registry.acme.com/shop/app:1",
      "  parka-cli verify --suppress 'ShellInImage=the base has one' docker-daemon:app:latest"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything reads them
final class VerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private VerificationOptions options;
  @Mixin private ExpectationOptions expectations;

  @Parameters(
      paramLabel = "<image>",
      description = "Where the image is: " + ImageLocation.FORMS + ".")
  private String image;

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
    VerificationReport report;
    ImageSources sources = options.sources();
    try (LocatedImage located = sources.bring(image)) {
      report =
          ImageVerifier.verify(
              options
                  .request(located)
                  .expecting(
                      expectations.read(located.layout(), sources.fetch(), sources.platform())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(format == OutputFormat.JSON ? report.toJson() : report.render());
    out.flush();
    return report.isGood() ? ExitCode.GOOD : ExitCode.FINDINGS;
  }
}
