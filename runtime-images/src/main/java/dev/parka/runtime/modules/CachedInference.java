package dev.parka.runtime.modules;

import dev.parka.runtime.cache.CacheKey;
import dev.parka.runtime.cache.CacheKind;
import dev.parka.runtime.cache.FileDigests;
import dev.parka.runtime.cache.UserCache;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers lists. A list hangs on the content of each jar, on the JDK, on what is asked for, and
 * on Parka itself; all that is its key. Errors are not remembered.
 */
public final class CachedInference implements ModuleInference {

  private final ModuleInference inference;
  private final UserCache cache;
  private final FileDigests digests;

  /** Remembers what an inference answers. */
  public CachedInference(ModuleInference inference, UserCache cache) {
    this.inference = inference;
    this.cache = cache;
    this.digests = new FileDigests(cache);
  }

  /** The inference with the user's cache, where there is one. */
  public static ModuleInference ofThisUser() {
    ModuleInference inference = new ReferenceInference();
    Optional<UserCache> cache = UserCache.ofThisUser();
    return cache.isEmpty() ? inference : new CachedInference(inference, cache.get());
  }

  @Override
  public RootModules infer(ReachedApplication application) {
    Optional<CacheKey> key = InferenceKey.of("module list", application, digests);
    RootModules known = key.isEmpty() ? null : read(key.get());
    if (known != null) {
      return known;
    }
    RootModules modules = inference.infer(application);
    if (key.isPresent() && InferenceKey.isStillOf(application, digests)) {
      RootModulesCodec.encode(modules)
          .ifPresent(bytes -> cache.write(CacheKind.MODULE_LIST, key.get(), bytes));
    }
    return modules;
  }

  private @Nullable RootModules read(CacheKey key) {
    Optional<byte[]> entry = cache.read(CacheKind.MODULE_LIST, key);
    return entry.isEmpty() ? null : RootModulesCodec.decode(entry.get()).orElse(null);
  }
}
