package dev.parka.runtime.startup;

import dev.parka.runtime.cache.Digest;
import java.nio.file.Path;

/**
 * An archive that was made and seen to be used.
 *
 * @param kind what kind
 * @param file where it lies
 * @param digest of its bytes
 * @param key the digest of everything that it was made from: what to keep its own digest under
 * @param traits what is known of it
 */
public record StartupArchive(
    ArchiveKind kind, Path file, Digest digest, Digest key, Traits traits) {

  /**
   * What is known of an archive.
   *
   * @param reproducibility what making it again gives
   * @param linkedAhead whether its classes are linked ahead of time (JEP 483)
   * @param sharedClasses how many classes the JVM took from it before the main method began
   */
  public record Traits(Reproducibility reproducibility, boolean linkedAhead, int sharedClasses) {}

  /** What it is, in one line. */
  public String summary() {
    return kind
        + (traits.linkedAhead() ? ", linked ahead of time" : "")
        + ", "
        + traits.sharedClasses()
        + " classes before main, "
        + traits.reproducibility();
  }
}
