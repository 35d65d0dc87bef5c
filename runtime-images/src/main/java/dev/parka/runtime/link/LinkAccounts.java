package dev.parka.runtime.link;

import dev.parka.runtime.cache.CacheKey;
import dev.parka.runtime.cache.CacheKind;
import dev.parka.runtime.cache.Digest;
import dev.parka.runtime.cache.UserCache;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is remembered of a linked run-time image beside its files, so that these need not be read
 * for it.
 *
 * @param cache where it is kept
 * @param key what tells the run-time image from all others, files and all
 */
public record LinkAccounts(UserCache cache, Digest key) {

  /** What was kept of this. */
  public Optional<byte[]> read(LinkAccount what) {
    return cache.read(CacheKind.SAVINGS, key(what));
  }

  /** All that was kept. */
  public Map<LinkAccount, byte[]> readAll() {
    Map<LinkAccount, byte[]> all = new EnumMap<>(LinkAccount.class);
    for (LinkAccount what : LinkAccount.values()) {
      read(what).ifPresent(account -> all.put(what, account));
    }
    return all;
  }

  /** Keeps something, if the cache can be written. */
  public void write(LinkAccount what, byte[] account) {
    cache.write(CacheKind.SAVINGS, key(what), account);
  }

  private CacheKey key(LinkAccount what) {
    return new CacheKey(what.toString()).add(key);
  }
}
