package dev.parka.oci;

import dev.parka.runtime.cache.CacheKey;
import dev.parka.runtime.cache.CacheKind;
import dev.parka.runtime.cache.FileDigests;
import dev.parka.runtime.cache.LayerBlobs;
import dev.parka.runtime.cache.OwnCode;
import dev.parka.runtime.cache.UserCache;
import dev.parka.runtime.tree.FileTree;
import dev.parka.spec.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;

/**
 * Layers that were made before, by all that their bytes hang on: Parka's own code, the format, and
 * the files. See docs/adr/0019-layers-are-remembered.md.
 *
 * @param cache where they are kept
 */
record LayerCache(UserCache cache) {

  /** What is remembered of a layer; what it is called is not. */
  record Stored(Descriptor descriptor, Digest diffId, long unpackedSize) {}

  /** The key of a layer; empty where Parka's own code cannot be told. */
  Optional<CacheKey> key(LayerContent content, LayerFormat format) throws IOException {
    // Layers are written here, and what is in them is made there.
    FileDigests digests = new FileDigests(cache);
    Optional<String> here = OwnCode.digest(digests, LayerCache.class).map(Object::toString);
    Optional<String> own =
        OwnCode.digest(digests).flatMap(there -> here.map(it -> it + " " + there));
    if (own.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> identity = content.source().identity();
    return Optional.of(
        new CacheKey("layer")
            .add(own.get())
            .add(format.time())
            .add(format.compression())
            .add(identity.isPresent() ? identity.get() : digest(content.files())));
  }

  private String digest(FileTree files) throws IOException {
    return new TreeIdentity(new FileDigests(cache)).of(files).toString();
  }

  /** Puts a layer's blob where the others are, if it was made before. */
  Optional<Stored> find(CacheKey key, BlobStore blobs) throws IOException {
    Optional<Stored> known = cache.read(CacheKind.LAYER, key).flatMap(LayerCache::decode);
    if (known.isEmpty()) {
      return known;
    }
    Digest digest = known.get().descriptor().digest();
    Files.createDirectories(blobs.path(digest).getParent());
    boolean isThere =
        Files.exists(blobs.path(digest))
            || new LayerBlobs(cache).take(key(digest), blobs.path(digest));
    return isThere && Files.size(blobs.path(digest)) == known.get().descriptor().size()
        ? known
        : Optional.empty();
  }

  /** Keeps a layer that was just made. */
  void keep(CacheKey key, Stored stored, BlobStore blobs) {
    Digest digest = stored.descriptor().digest();
    new LayerBlobs(cache).keep(key(digest), blobs.path(digest));
    cache.write(CacheKind.LAYER, key, encode(stored));
  }

  static dev.parka.runtime.cache.Digest key(Digest digest) {
    return dev.parka.runtime.cache.Digest.parse(digest.hex());
  }

  private static byte[] encode(Stored stored) {
    Descriptor descriptor = stored.descriptor();
    return String.join(
            " ",
            descriptor.mediaType(),
            descriptor.digest().toString(),
            String.valueOf(descriptor.size()),
            stored.diffId().toString(),
            String.valueOf(stored.unpackedSize()))
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static Optional<Stored> decode(byte[] bytes) {
    String[] words = new String(bytes, StandardCharsets.US_ASCII).split(" ", -1);
    if (words.length != 5) {
      return Optional.empty();
    }
    return Optional.of(
        new Stored(
            new Descriptor(words[0], Digest.parse(words[1]), Long.parseLong(words[2])),
            Digest.parse(words[3]),
            Long.parseLong(words[4])));
  }
}
