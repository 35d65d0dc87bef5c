package dev.parka.runtime.startup;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.cache.CacheKind;
import dev.parka.runtime.cache.Digest;
import dev.parka.runtime.cache.KeyLock;
import dev.parka.runtime.cache.UserCache;
import dev.parka.runtime.startup.StartupArchive.Traits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An archive that is wanted: given by the user, kept by an earlier build, or to be made.
 *
 * @param plan what is wanted
 * @param key the digest of all that it is made from
 * @param commands the application's
 * @param scratch a directory for what nobody keeps
 * @param file where it lies in the end
 */
record OneArchive(StartupPlan plan, Digest key, ArchiveCommands commands, Path scratch, Path file) {

  /** Puts it where it is wanted, and sees that it is used. */
  Traits get() throws IOException {
    if (plan.source() instanceof ArchiveSource.Kept given) {
      return used(copy(given));
    }
    Optional<UserCache> cache = plan.keeping().cache();
    return cache.isPresent() ? keptOrMade(cache.get()) : made();
  }

  /** One at a time, for two that are made at once may differ. */
  @SuppressWarnings("try") // the lock is held, not used
  private Traits keptOrMade(UserCache cache) throws IOException {
    KeptArchives archives = new KeptArchives(cache);
    try (KeyLock lock = cache.lock(CacheKind.STARTUP_ARCHIVE, key)) {
      Optional<Traits> kept = archives.read(key, file);
      if (kept.isPresent()) {
        requirePinned(Optional.of(Digest.of(file)));
        return used(kept.get());
      }
      Traits made = made();
      archives.write(key, made, file);
      return made;
    }
  }

  private Traits made() throws IOException {
    requirePinned(Optional.empty());
    return used(new ArchiveMaker(plan, commands, scratch).make(file));
  }

  private Traits used(Traits traits) throws IOException {
    int shared = new ArchiveUse(commands, scratch).of(plan.kind(), file).orThrow(plan.kind());
    return new Traits(traits.reproducibility(), traits.linkedAhead(), shared);
  }

  /** Making it again would give another one, so there is nothing else to do. */
  private void requirePinned(Optional<Digest> kept) {
    Optional<ArchivePin> pin = plan.keeping().pin().filter(one -> one.key().equals(key));
    if (pin.isPresent() && !kept.equals(pin.map(ArchivePin::digest))) {
      throw new ParkaException(
          RuntimeProblem.ARCHIVE_NOT_AT_HAND,
          "the start-up archive "
              + pin.get().digest()
              + " is pinned, and "
              + kept.map(digest -> "this machine's cache has " + digest)
                  .orElse("this machine's cache has none that was made from the same"),
          "give its file with --startup-archive, or pin a new one with --update-lock");
    }
  }

  private Traits copy(ArchiveSource.Kept given) throws IOException {
    Files.copy(given.file(), file);
    Digest digest = Digest.of(file);
    if (!digest.equals(given.digest())) {
      throw new ParkaException(
          RuntimeProblem.ARCHIVE_CHANGED,
          given.file() + " has the digest " + digest + ", not " + given.digest(),
          "give the archive that was kept, or make a new one and keep its digest");
    }
    return new Traits(Reproducibility.PINNED, false, 0);
  }
}
