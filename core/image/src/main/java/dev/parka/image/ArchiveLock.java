package dev.parka.image;

import dev.parka.lock.ImageLock;
import dev.parka.runtime.Problem;
import dev.parka.runtime.startup.ArchivePin;
import dev.parka.runtime.startup.Reproducibility;
import dev.parka.runtime.startup.StartupArchive;
import dev.parka.spec.ImageReference;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The lock file, as far as it pins start-up archives.
 *
 * @param file where it is, or will be
 * @param updates whether an archive that is not reproducible is pinned there, whatever was before
 */
record ArchiveLock(Path file, boolean updates) {

  /** The archive that has to be taken. */
  Optional<ArchivePin> pin(ImageReference image) {
    return updates
        ? Optional.empty()
        : Optional.ofNullable(ImageLock.read(file).archives().get(image.toString()));
  }

  /** Pins an archive, or says that nothing does. */
  Optional<Problem> keep(ImageReference image, StartupArchive archive) {
    ArchivePin pin = new ArchivePin(archive.key(), archive.digest());
    if (archive.traits().reproducibility() == Reproducibility.PROVEN) {
      return Optional.empty();
    }
    if (updates) {
      ImageLock.read(file).with(image, pin).write(file);
      return Optional.empty();
    }
    if (pin(image).equals(Optional.of(pin))) {
      return Optional.empty();
    }
    return Optional.of(
        new Problem(
            ImageProblem.UNPINNED_ARCHIVE,
            "the start-up archive "
                + archive.digest()
                + " is not reproducible, and nothing pins it",
            "pin it with --update-lock, in Java updateLock(true), and keep the file"));
  }
}
