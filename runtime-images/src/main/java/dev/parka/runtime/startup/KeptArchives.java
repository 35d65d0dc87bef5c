package dev.parka.runtime.startup;

import dev.parka.runtime.cache.CacheKey;
import dev.parka.runtime.cache.CacheKind;
import dev.parka.runtime.cache.Digest;
import dev.parka.runtime.cache.UserCache;
import dev.parka.runtime.startup.StartupArchive.Traits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Archives in the user's cache: a builder of the same image on the same machine takes the same one,
 * although making it again would give another.
 *
 * @param cache where they are
 */
record KeptArchives(UserCache cache) {

  /** A line of text before the archive. */
  private static final int HEADER = 64;

  /** Puts an archive at a path and says what was known of it; empty if there is none. */
  Optional<Traits> read(Digest key, Path archive) throws IOException {
    Optional<byte[]> entry =
        cache.read(CacheKind.STARTUP_ARCHIVE, entry(key)).filter(bytes -> bytes.length > HEADER);
    Optional<Traits> traits = entry.flatMap(KeptArchives::parse);
    if (traits.isPresent()) {
      Files.write(archive, Arrays.copyOfRange(entry.get(), HEADER, entry.get().length));
    }
    return traits;
  }

  private static Optional<Traits> parse(byte[] entry) {
    String[] words = new String(entry, 0, HEADER, StandardCharsets.US_ASCII).strip().split(" ", -1);
    try {
      return words.length == 3
          ? Optional.of(
              new Traits(
                  Reproducibility.valueOf(words[0]),
                  Boolean.parseBoolean(words[1]),
                  Integer.parseInt(words[2])))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Keeps an archive. */
  void write(Digest key, Traits traits, Path archive) throws IOException {
    String header =
        traits.reproducibility().name() + " " + traits.linkedAhead() + " " + traits.sharedClasses();
    byte[] text = header.getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = Files.readAllBytes(archive);
    byte[] entry = new byte[HEADER + bytes.length];
    Arrays.fill(entry, 0, HEADER, (byte) ' ');
    System.arraycopy(text, 0, entry, 0, text.length);
    System.arraycopy(bytes, 0, entry, HEADER, bytes.length);
    cache.write(CacheKind.STARTUP_ARCHIVE, entry(key), entry);
  }

  private static CacheKey entry(Digest key) {
    return new CacheKey("start-up archive").add(key);
  }
}
