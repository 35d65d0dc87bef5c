package dev.parka.runtime.modules;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.cache.CacheKind;
import dev.parka.runtime.cache.Digest;
import dev.parka.runtime.cache.FileDigests;
import dev.parka.runtime.cache.OwnCode;
import dev.parka.runtime.cache.UserCache;
import dev.parka.runtime.classes.ClassSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Remembers lists. A list hangs on the content of each jar, on the JDK, on what is asked for, and
 * on Parka itself; the digest of all that is its key. Errors are not remembered.
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
    return UserCache.ofThisUser()
        .<ModuleInference>map(cache -> new CachedInference(inference, cache))
        .orElse(inference);
  }

  @Override
  public RootModules infer(InferenceRequest request) {
    Optional<Digest> key = key(request);
    Optional<RootModules> known = key.flatMap(this::read).flatMap(RootModulesCodec::decode);
    if (known.isPresent()) {
      return known.get();
    }
    RootModules modules = inference.infer(request);
    // What was changed in the meantime may have been read before or after.
    if (key.isPresent() && key.equals(key(request))) {
      RootModulesCodec.encode(modules)
          .ifPresent(bytes -> cache.write(CacheKind.MODULE_LIST, key.get(), bytes));
    }
    return modules;
  }

  private Optional<byte[]> read(Digest key) {
    return cache.read(CacheKind.MODULE_LIST, key);
  }

  /** Nothing where something cannot be read: the inference will say what. */
  private Optional<Digest> key(InferenceRequest request) {
    try {
      Optional<Digest> own = OwnCode.digest(digests);
      if (own.isEmpty()) {
        return own;
      }
      Path home = request.jdk().home();
      Digest.Parts key =
          Digest.parts()
              .add("module list")
              .add(own.get())
              .add(Files.readAllBytes(home.resolve("release")))
              .add(Files.size(home.resolve("lib/modules")))
              .add(request.mainClass())
              .add(request.level())
              .addAll(request.wishes().addModules())
              .addAll(request.wishes().excludeModules())
              .addAll(request.wishes().jvmFlags())
              .addAll(request.wishes().locales());
      return Optional.of(key.addAll(sources(request)).digest());
    } catch (IOException | ParkaException e) {
      return Optional.empty();
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
