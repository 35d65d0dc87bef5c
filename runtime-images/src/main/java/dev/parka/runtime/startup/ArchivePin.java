package dev.parka.runtime.startup;

import dev.parka.runtime.cache.Digest;

/**
 * Which archive is meant, of those that the same things may be made into.
 *
 * @param key the digest of all that it was made from, as {@link StartupArchive#key} has it
 * @param digest of its bytes
 */
public record ArchivePin(Digest key, Digest digest) {}
