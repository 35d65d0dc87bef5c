package dev.parka.runtime.startup;

import dev.parka.runtime.cache.UserCache;
import dev.parka.runtime.link.RuntimeImage;
import java.util.Optional;

/**
 * One archive to make.
 *
 * @param kind what kind
 * @param runtime the run-time image that it is for
 * @param application what runs in it
 * @param source what tells which classes are loaded
 * @param keeping where archives of earlier builds are
 */
public record StartupPlan(
    ArchiveKind kind,
    RuntimeImage runtime,
    ArchivedApplication application,
    ArchiveSource source,
    Keeping keeping) {

  /**
   * What is known of archives of earlier builds.
   *
   * @param cache where archives are kept for the next build; nowhere when empty
   * @param pin the one that must be taken if it was made from the same things
   */
  public record Keeping(Optional<UserCache> cache, Optional<ArchivePin> pin) {

    /** Nothing is. */
    public static final Keeping NOTHING = new Keeping(Optional.empty(), Optional.empty());
  }
}
