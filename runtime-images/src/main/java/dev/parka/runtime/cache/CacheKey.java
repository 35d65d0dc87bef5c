package dev.parka.runtime.cache;

/**
 * The key of a cache entry: a text of parts, none of which can be taken for another, as each goes
 * in after its length. Entries are compared by the whole of it, so that no digest has to be
 * computed to look one up: in a virtual machine that was just started, the first digest takes
 * longer than all else there is to do.
 */
public final class CacheKey {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final StringBuilder parts = new StringBuilder();

  /** Begins a key; the first part says what it is the key of. */
  public CacheKey(String kind) {
    add(kind);
  }

  /** Adds the text of anything. */
  public CacheKey add(Object part) {
    String text = part.toString();
    parts.append(text.length()).append(':').append(text).append('\n');
    return this;
  }

  /** Adds several of something, and their number. */
  public CacheKey addAll(Iterable<?> all) {
    int count = 0;
    for (Object part : all) {
      add(part);
      count++;
    }
    return add("end of " + count);
  }

  /** A name for its file, such as {@code 3f0a9c…}: 64-bit FNV-1a over the text. */
  String fileName() {
    long hash = FNV_OFFSET;
    for (int i = 0; i < parts.length(); i++) {
      hash = (hash ^ parts.charAt(i)) * FNV_PRIME;
    }
    String hex = Long.toHexString(hash);
    return "0".repeat(16 - hex.length()) + hex;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CacheKey key && toString().equals(key.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** All of its parts. */
  @Override
  public String toString() {
    return parts.toString();
  }
}
