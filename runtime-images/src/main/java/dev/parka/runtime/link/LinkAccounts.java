package dev.parka.runtime.link;

import dev.parka.runtime.cache.CacheKey;
import dev.parka.runtime.cache.CacheKind;
import dev.parka.runtime.cache.Digest;
import dev.parka.runtime.cache.UserCache;
import java.util.Optional;

/**
 * What is remembered of a linked run-time image beside its files, so that these need not be read
 * for it.
 *
 * @param cache where it is kept
 * @param key what tells the run-time image from all others, files and all
 */
public record LinkAccounts(UserCache cache, Digest key) {

  /** What was kept under this name. */
  public Optional<byte[]> read(String name) {
    return cache.read(CacheKind.SAVINGS, key(name));
  }

  /** Keeps something, if the cache can be written. */
  public void write(String name, byte[] account) {
    cache.write(CacheKind.SAVINGS, key(name), account);
  }

  private CacheKey key(String name) {
    return new CacheKey(name).add(key);
  }
}
