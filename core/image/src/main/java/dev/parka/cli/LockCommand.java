package dev.parka.cli;

import dev.parka.lock.ImageLock;
import dev.parka.registry.ImagePull;
import dev.parka.spec.Digest;
import dev.parka.spec.ImageReference;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
      "The file lies in the project's directory and is checked in."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  parka-cli lock debian:12-slim")
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything reads them
final class LockCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private RegistryFlags registry;

  @Option(
      names = "--lock",
      defaultValue = ImageLock.FILE_NAME,
      paramLabel = "<file>",
      description = "The file; by default, ${DEFAULT-VALUE}.")
  private Path file;

  @Parameters(
      arity = "0..*",
      paramLabel = "<reference>",
      description = "The images; by default, those that the file has.")
  private List<String> references = new ArrayList<>();

  /** For picocli. */
  LockCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    ImageLock lock = ImageLock.read(file);
    List<String> wanted = references.isEmpty() ? List.copyOf(lock.digests().keySet()) : references;
    ImagePull pull = ImagePull.with(registry.options());
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
    if (!changed.equals(lock)) {
      changed.write(file);
    }
    out.flush();
    return ExitCode.GOOD;
  }
}
