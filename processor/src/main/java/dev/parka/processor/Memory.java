package dev.parka.processor;

import dev.parka.runtime.cache.CacheKey;
import dev.parka.runtime.cache.CacheKind;
import dev.parka.runtime.cache.Digest;
import dev.parka.runtime.cache.FileDigests;
import dev.parka.runtime.cache.OwnCode;
import dev.parka.runtime.cache.UserCache;
import dev.parka.runtime.classes.ClassSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The names in entries of class paths, remembered by the content of each entry.
 *
 * @param cache where they are remembered
 * @param code the code that finds them
 */
record Memory(UserCache cache, List<Digest> code) {

  /** Copies the list. */
  Memory {
    code = List.copyOf(code);
  }

  /** The memory in this directory; empty where Parka's own code cannot be read. */
  static Optional<Memory> in(UserCache cache) {
    FileDigests digests = new FileDigests(cache);
    try {
      Optional<Digest> processor = OwnCode.digest(digests, Memory.class);
      Optional<Digest> library = OwnCode.digest(digests);
      return processor.isEmpty() || library.isEmpty()
          ? Optional.empty()
          : Optional.of(new Memory(cache, List.of(processor.get(), library.get())));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The names in an entry. */
  EntryNames names(ClassSource source) {
    Optional<CacheKey> key = key(source);
    Optional<byte[]> known = key.flatMap(named -> cache.read(CacheKind.FILE_FACT, named));
    if (known.isPresent()) {
      return EntryNames.parse(new String(known.get(), StandardCharsets.UTF_8));
    }
    EntryNames names = EntryNames.of(source);
    // What was changed in the meantime may have been read before or after.
    if (key.isPresent() && key.equals(key(source))) {
      byte[] text = names.toString().getBytes(StandardCharsets.UTF_8);
      cache.write(CacheKind.FILE_FACT, key.get(), text);
    }
    return names;
  }

  /** Empty where something cannot be read: whoever reads it for its modules says what. */
  private Optional<CacheKey> key(ClassSource source) {
    try {
      return Optional.of(
          new CacheKey("names in an entry of a class path")
              .addAll(code)
              .add(source.digest(new FileDigests(cache))));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
