package dev.parka.cli;

import dev.parka.location.ImageLocation;
import dev.parka.location.LocatedImage;
import dev.parka.report.Comparison;
import dev.parka.verify.compare.ImageContents;
import dev.parka.verify.compare.ImageDiff;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parka-cli compare}: how two images differ. */
@Command(
    name = "compare",
    description = {
      "Compares two images: configuration, modules, packages, every file, and the bytes by place.",
      "Ends with 1 where they differ."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {
      "  parka-cli compare yesterday.tar app.tar",
      "  parka-cli compare yesterday.tar app.tar --strict --format json",
      "  parka-cli compare yesterday.tar app.tar --output changes.html",
      "  parka-cli compare registry:registry.acme.com/shop/app:1 docker-daemon:app:latest"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything reads them
final class CompareCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ImageSources sources;

  @Parameters(
      index = "0",
      paramLabel = "<before>",
      description = "Where the image is: " + ImageLocation.FORMS + ".")
  private String before;

  @Parameters(index = "1", paramLabel = "<after>", description = "Another one.")
  private String after;

  @Option(
      names = "--strict",
      description = "Counts times, metadata and how layers are stored, too.")
  private boolean strict;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "text|json",
      description = "How to print the differences.")
  private OutputFormat format;

  @Option(
      names = "--output",
      paramLabel = "<file.html>",
      description = "Where a page with the differences goes; by default, none is written.")
  private @Nullable Path output;

  /** For picocli. */
  CompareCommand() {}

  @Override
  public Integer call() {
    ImageDiff diff = ImageDiff.between(read(before), read(after));
    PrintWriter out = spec.commandLine().getOut();
    if (format == OutputFormat.JSON) {
      out.println(diff.toJson(strict));
    } else {
      out.print(diff.render(strict));
    }
    if (output != null) {
      new Comparison(before, after, diff).write(output);
    }
    out.flush();
    boolean isGood = strict ? diff.isSame() : diff.isEquivalent();
    return isGood ? ExitCode.GOOD : ExitCode.FINDINGS;
  }

  private ImageContents read(String where) {
    try (LocatedImage image = sources.bring(where)) {
      return ImageContents.read(image.layout(), sources.platform());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
