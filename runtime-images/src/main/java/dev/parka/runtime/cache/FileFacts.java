package dev.parka.runtime.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/**
 * What was found out by reading files, remembered as long as each of them is what it was ({@link
 * FileIdentity}). A directory stands for the names in it and whatever is never changed in place.
 *
 * @param cache where it is remembered, if anywhere
 */
public record FileFacts(Optional<UserCache> cache) {

  /** Remembers nothing. */
  public static final FileFacts NONE = new FileFacts(Optional.empty());

  /** Finds something out. */
  @FunctionalInterface
  public interface Reading {
    /** What was found out. */
    String read() throws IOException;
  }

  /**
   * The answer to a question.
   *
   * @param question what the answer hangs on beside the files
   * @param files what is read for it; those that are not there count, too
   * @throws IOException if something cannot be read
   */
  public String find(CacheKey question, Collection<Path> files, Reading reading)
      throws IOException {
    if (cache.isEmpty()) {
      return reading.read();
    }
    CacheKey key = key(question, files);
    Optional<byte[]> known = cache.get().read(CacheKind.FILE_FACT, key);
    if (known.isPresent()) {
      return new String(known.get(), StandardCharsets.UTF_8);
    }
    boolean settled = areSettled(files);
    String found = reading.read();
    if (settled && key.equals(key(question, files))) {
      cache.get().write(CacheKind.FILE_FACT, key, found.getBytes(StandardCharsets.UTF_8));
    }
    return found;
  }

  private static CacheKey key(CacheKey question, Collection<Path> files) throws IOException {
    CacheKey key = new CacheKey("fact").add(question);
    for (Path file : files) {
      key.add(Files.exists(file) ? FileIdentity.of(file).key(file) : "no " + file);
    }
    return key;
  }

  private static boolean areSettled(Collection<Path> files) throws IOException {
    for (Path file : files) {
      if (Files.exists(file) && !FileIdentity.of(file).isSettled()) {
        return false;
      }
    }
    return true;
  }
}
