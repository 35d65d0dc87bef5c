package dev.parka.registry;

import dev.parka.runtime.cache.CacheKey;
import dev.parka.runtime.cache.CacheKind;
import dev.parka.runtime.cache.UserCache;
import dev.parka.spec.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which repository of a registry was seen to hold a blob: another one may mount it from there. A
 * memory that is wrong costs one request.
 */
final class BlobPlaces {

  private static final Pattern REPOSITORY = Pattern.compile("[a-z0-9._/-]{1,255}");

  private final Optional<UserCache> cache;

  BlobPlaces(Optional<UserCache> cache) {
    this.cache = cache;
  }

  /** A repository of the registry that held the blob. */
  Optional<String> find(String host, Digest blob) {
    return cache
        .flatMap(there -> there.read(CacheKind.BLOB_PLACE, key(host, blob)))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .filter(text -> REPOSITORY.matcher(text).matches());
  }

  void note(RegistryName place, Digest blob) {
    if (!find(place.host(), blob).equals(Optional.of(place.repository()))) {
      cache.ifPresent(
          there ->
              there.write(
                  CacheKind.BLOB_PLACE,
                  key(place.host(), blob),
                  place.repository().getBytes(StandardCharsets.UTF_8)));
    }
  }

  private static CacheKey key(String host, Digest blob) {
    return new CacheKey("blob place 1").add(host).add(blob);
  }
}
