package dev.parka.runtime.modules;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.cache.CacheKey;
import dev.parka.runtime.cache.CacheKind;
import dev.parka.runtime.cache.Digest;
import dev.parka.runtime.cache.FileDigests;
import dev.parka.runtime.cache.OwnCode;
import dev.parka.runtime.cache.UserCache;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.jdk.ReleaseFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
  public RootModules infer(InferenceRequest request) {
    CacheKey key = key(request);
    RootModules known = key == null ? null : read(key);
    if (known != null) {
      return known;
    }
    RootModules modules = inference.infer(request);
    // What was changed in the meantime may have been read before or after.
    if (key != null && Objects.equals(key, key(request))) {
      RootModulesCodec.encode(modules)
          .ifPresent(bytes -> cache.write(CacheKind.MODULE_LIST, key, bytes));
    }
    return modules;
  }

  private @Nullable RootModules read(CacheKey key) {
    Optional<byte[]> entry = cache.read(CacheKind.MODULE_LIST, key);
    return entry.isEmpty() ? null : RootModulesCodec.decode(entry.get()).orElse(null);
  }

  /** Null where something cannot be read: the inference will say what. */
  private @Nullable CacheKey key(InferenceRequest request) {
    try {
      Optional<Digest> own = OwnCode.digest(digests);
      if (own.isEmpty()) {
        return null;
      }
      Path home = request.jdk().home();
      Optional<ClassName> main = request.mainClass();
      return new CacheKey("module list")
          .add(own.get())
          .add(ReleaseFile.text(home.resolve("release")))
          .add(Files.size(home.resolve("lib/modules")))
          .add(main.isEmpty() ? "" : main.get())
          .add(request.level())
          .addAll(request.wishes().addModules())
          .addAll(request.wishes().excludeModules())
          .addAll(request.wishes().jvmFlags())
          .addAll(request.wishes().locales())
          .addAll(sources(request));
    } catch (IOException | ParkaException e) {
      return null;
    }
  }

  /** Name and content of each entry; their order makes no difference to the list. */
  private List<String> sources(InferenceRequest request) throws IOException {
    List<String> sources = new ArrayList<>();
    for (ClassSource source : AgentJars.with(request.sources(), GivenFlags.of(request))) {
      sources.add(source.digest(digests) + " " + source.name());
    }
    sources.sort(Comparator.naturalOrder());
    return sources;
  }
}
