package dev.parka.cli;

import dev.parka.location.ImageLocation;
import dev.parka.location.LocatedImage;
import dev.parka.lock.ImageLock;
import dev.parka.lock.LockedSize;
import dev.parka.registry.ImagePull;
import dev.parka.runtime.cache.ByteSize;
import dev.parka.spec.Digest;
import dev.parka.spec.ImageReference;
import dev.parka.verify.VerificationRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parka-cli lock}: what tags mean now, for builds to come. */
@Command(
    name = "lock",
    description = {
      "Asks registries which digest images have, and writes it to a file that builds keep to.",
      "The file lies in the project's directory and is checked in. It also keeps the sizes of"
          + " images,",
      "to which 'verify --locked' and 'build --verify' hold those that come later."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {"  parka-cli lock debian:12-slim", "  parka-cli lock --size petstore:latest=app.tar"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything reads them
final class LockCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ImageSources sources;

  @Option(
      names = "--lock",
      defaultValue = ImageLock.FILE_NAME,
      paramLabel = "<file>",
      description = "The file; by default, ${DEFAULT-VALUE}.")
  private Path file;

  @Parameters(
      arity = "0..*",
      paramLabel = "<reference>",
      description = "The images; by default, those that the file has, unless a size is asked for.")
  private List<String> references = new ArrayList<>();

  @Option(
      names = "--size",
      paramLabel = "<reference>=<image>",
      description = {
        "Writes down how large an image is, under a name, and for its platform. Where it is: "
            + ImageLocation.FORMS
            + ".",
        "May be given several times."
      })
  private Map<String, String> sizes = new LinkedHashMap<>();

  /** For picocli. */
  LockCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    ImageLock lock = ImageLock.read(file);
    List<String> wanted =
        references.isEmpty() && sizes.isEmpty() ? List.copyOf(lock.digests().keySet()) : references;
    ImagePull pull = ImagePull.with(sources.registry());
    ImageLock changed = lock;
    for (String text : wanted) {
      ImageReference reference = ImageReference.parse(text);
      ImageReference tag =
          new ImageReference(reference.repository(), reference.tag(), Optional.empty());
      Digest digest = pull.resolve(reference);
      Optional<Digest> before = lock.pin(tag);
      changed = changed.with(tag, digest);
      out.println(
          tag
              + " "
              + digest
              + before
                  .map(old -> old.equals(digest) ? " (as before)" : " (was " + old + ")")
                  .orElse(" (new)"));
    }
    for (Map.Entry<String, String> size : sizes.entrySet()) {
      changed = withSize(changed, size.getKey(), size.getValue());
    }
    changed.sizes().entrySet().stream()
        .filter(size -> !size.getValue().equals(lock.sizes().get(size.getKey())))
        .forEach(size -> out.println(size.getKey() + " " + show(size.getValue())));
    if (!changed.equals(lock)) {
      changed.write(file);
    }
    out.flush();
    return ExitCode.GOOD;
  }

  private ImageLock withSize(ImageLock lock, String name, String image) {
    try (LocatedImage located = sources.bring(image)) {
      VerificationRequest request = VerificationRequest.of(located.layout());
      return LockedSizes.with(
          lock, name, sources.platform().map(request::withPlatform).orElse(request));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String show(LockedSize size) {
    return ByteSize.show(size.stored())
        + " stored, "
        + ByteSize.show(size.unpacked())
        + " unpacked";
  }
}
