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
 * @param cache where archives are kept for the next build; nowhere when empty
 */
public record StartupPlan(
    ArchiveKind kind,
    RuntimeImage runtime,
    ArchivedApplication application,
    ArchiveSource source,
    Optional<UserCache> cache) {}
