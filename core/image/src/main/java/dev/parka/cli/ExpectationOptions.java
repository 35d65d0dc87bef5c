package dev.parka.cli;

import dev.parka.location.ImageFetch;
import dev.parka.location.ImageLocation;
import dev.parka.location.LocatedImage;
import dev.parka.lock.ImageLock;
import dev.parka.spec.Platform;
import dev.parka.verify.Expectations;
import dev.parka.verify.SizeBudget;
import dev.parka.verify.Suppression;
import dev.parka.verify.compare.ImageContents;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is asked of an image beside what is asked of all. */
final class ExpectationOptions {

  @Option(
      names = "--max-size",
      converter = SizeConverter.class,
      paramLabel = "<size>",
      description = "The most that all layers may take up as stored, such as 20MB.")
  private @Nullable Long maxSize;

  @Option(
      names = "--max-layer-size",
      converter = SizeConverter.class,
      paramLabel = "<size>",
      description = "The most that each layer may take up as stored.")
  private @Nullable Long maxLayerSize;

  @Option(
      names = "--memory",
      converter = SizeConverter.OfMemory.class,
      paramLabel = "<size>",
      description = "The memory that a container will have, such as 512MiB: the heap has to fit.")
  private @Nullable Long memory;

  @Option(
      names = "--previous",
      paramLabel = "<image>",
      description = "The image before this one: what grew is told.")
  private @Nullable String previous;

  @Option(
      names = "--locked",
      paramLabel = "<reference>",
      description = {
        "The name under which 'lock --size' wrote down the image's size: what grew since is told,"
            + " layer by layer."
      })
  private @Nullable String locked;

  @Option(
      names = "--lock",
      defaultValue = ImageLock.FILE_NAME,
      paramLabel = "<file>",
      description = "The file that 'lock' writes; by default, ${DEFAULT-VALUE}.")
  private Path lock = Path.of(ImageLock.FILE_NAME);

  @Option(
      names = "--same-as",
      paramLabel = "<image>",
      description = {
        "An image that has to behave as this one does, such as one that an engine built from the"
            + " generated Dockerfile: every difference in files and configuration is an error."
      })
  private @Nullable String twin;

  @Option(
      names = "--no-references",
      description = {
        "Does not look up what the code refers to in the image's own modules and jars, which takes"
            + " longer than all other checks together."
      })
  private boolean noReferences;

  @Option(
      names = "--suppress",
      paramLabel = "<Id>[:<subject>]=<reason>",
      description = {
        "A finding that is known and meant, with the reason; it stays in the report and counts no"
            + " more. In the subject '*' stands for anything. May be given several times."
      })
  private List<String> suppressions = new ArrayList<>();

  /** For picocli. */
  ExpectationOptions() {}

  /**
   * The expectations; other images are fetched and read for them.
   *
   * @param layout the image of which they are
   * @throws dev.parka.runtime.ParkaException if one of these cannot be had, [NoLockedSize], or
   *     [BadSuppression]
   */
  Expectations read(Path layout, ImageFetch fetch, Optional<Platform> platform) throws IOException {
    SizeBudget budget = new SizeBudget(optional(maxSize), optional(maxLayerSize), Optional.empty());
    if (locked != null) {
      budget = budget.notOver(LockedSizes.require(lock, locked, layout, platform));
    }
    Expectations expectations = Expectations.NONE.within(budget).withReferences(!noReferences);
    for (String text : suppressions) {
      expectations = expectations.suppressing(Suppression.parse(text));
    }
    if (memory != null) {
      expectations = expectations.inMemory(memory);
    }
    if (previous != null) {
      expectations = expectations.after(contents(previous, fetch, platform));
    }
    return twin == null ? expectations : expectations.like(contents(twin, fetch, platform));
  }

  private static OptionalLong optional(@Nullable Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static ImageContents contents(String where, ImageFetch fetch, Optional<Platform> platform)
      throws IOException {
    try (LocatedImage image = fetch.fetch(ImageLocation.parse(where), platform)) {
      return ImageContents.read(image.layout(), platform);
    }
  }
}
