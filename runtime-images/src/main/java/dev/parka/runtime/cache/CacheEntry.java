package dev.parka.runtime.cache;

import java.nio.file.Path;
import java.time.Instant;

/**
 * An entry of the cache.
 *
 * @param kind what it is
 * @param file where it lies
 * @param bytes its size on the disk
 * @param lastUse when it was last read, or written
 */
public record CacheEntry(CacheKind kind, Path file, long bytes, Instant lastUse) {}
