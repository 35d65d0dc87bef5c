package dev.parka.verify;

import dev.parka.lock.LockedSize;
import dev.parka.spec.Digest;
import java.util.List;
import java.util.Optional;

/**
 * What an image turned out to be, computed from its bytes.
 *
 * @param manifest the digest of the manifest, which is the image's
 * @param platform such as {@code linux/amd64}; empty if the image does not say
 * @param layers the layers, the lowest first
 */
public record ImageFacts(Digest manifest, Optional<String> platform, List<LayerFacts> layers) {

  /** Copies the list. */
  public ImageFacts {
    layers = List.copyOf(layers);
  }

  /**
   * What a layer turned out to be.
   *
   * @param digest the digest of the bytes as stored
   * @param diffId the digest of the uncompressed bytes; empty if they cannot be read
   * @param storedSize the bytes as stored
   * @param unpackedSize the uncompressed bytes
   * @param entries how many entries it has
   */
  public record LayerFacts(
      Digest digest, Optional<Digest> diffId, long storedSize, long unpackedSize, int entries) {}

  /** What a lock file remembers of it. */
  public LockedSize locked() {
    return new LockedSize(
        layers.stream()
            .map(layer -> new LockedSize.LayerSize(layer.storedSize(), layer.unpackedSize()))
            .toList());
  }

  /** The stored bytes of all layers. */
  public long storedSize() {
    return layers.stream().mapToLong(LayerFacts::storedSize).sum();
  }

  /** The uncompressed bytes of all layers. */
  public long unpackedSize() {
    return layers.stream().mapToLong(LayerFacts::unpackedSize).sum();
  }
}
