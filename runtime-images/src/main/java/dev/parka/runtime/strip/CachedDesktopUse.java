package dev.parka.runtime.strip;

import dev.parka.runtime.cache.CacheKey;
import dev.parka.runtime.cache.CacheKind;
import dev.parka.runtime.cache.FileDigests;
import dev.parka.runtime.cache.UserCache;
import dev.parka.runtime.modules.InferenceKey;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.ReachedApplication;
import dev.parka.runtime.trace.Trace;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Remembers which libraries go unused. The answer hangs on the same as a list of modules, and on
 * the modules that are linked; what recorded runs add is looked at each time.
 *
 * @param cache where it is remembered, if anywhere
 */
public record CachedDesktopUse(Optional<UserCache> cache) {

  /**
   * The libraries that go unused.
   *
   * @throws dev.parka.runtime.ParkaException as {@link DesktopUse#unused} does
   */
  public SortedSet<DesktopLibrary> unused(
      ReachedApplication application, Set<ModuleName> roots, Optional<Trace> trace) {
    Optional<CacheKey> key =
        trace.isPresent() ? Optional.empty() : cache.flatMap(used -> key(used, application, roots));
    if (key.isEmpty()) {
      return DesktopUse.unused(application, roots, trace);
    }
    Optional<byte[]> known = cache.get().read(CacheKind.FILE_FACT, key.get());
    if (known.isPresent()) {
      return decode(known.get());
    }
    SortedSet<DesktopLibrary> unused = DesktopUse.unused(application, roots, trace);
    if (InferenceKey.isStillOf(application, new FileDigests(cache.get()))) {
      cache.get().write(CacheKind.FILE_FACT, key.get(), encode(unused));
    }
    return unused;
  }

  private static Optional<CacheKey> key(
      UserCache cache, ReachedApplication application, Set<ModuleName> roots) {
    return InferenceKey.of("unused libraries", application, new FileDigests(cache))
        .map(key -> key.addAll(new TreeSet<>(roots)));
  }

  private static byte[] encode(SortedSet<DesktopLibrary> libraries) {
    StringBuilder text = new StringBuilder();
    libraries.forEach(library -> text.append(library.name()).append('\n'));
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static SortedSet<DesktopLibrary> decode(byte[] entry) {
    SortedSet<DesktopLibrary> libraries = new TreeSet<>();
    new String(entry, StandardCharsets.US_ASCII)
        .lines()
        .forEach(name -> libraries.add(DesktopLibrary.valueOf(name)));
    return libraries;
  }
}
