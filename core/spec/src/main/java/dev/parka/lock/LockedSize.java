package dev.parka.lock;

import java.util.List;

/**
 * How large an image was when its size was written down.
 *
 * @param layers the lowest first
 */
public record LockedSize(List<LayerSize> layers) {

  /** Copies the list. */
  public LockedSize {
    layers = List.copyOf(layers);
  }

  /**
   * How large a layer was.
   *
   * @param stored bytes as stored, which is what goes over the wire
   * @param unpacked bytes of the uncompressed layer
   */
  public record LayerSize(long stored, long unpacked) {}

  /** The stored bytes of all layers. */
  public long stored() {
    return layers.stream().mapToLong(LayerSize::stored).sum();
  }

  /** The uncompressed bytes of all layers. */
  public long unpacked() {
    return layers.stream().mapToLong(LayerSize::unpacked).sum();
  }

  /** As the lock file has it: {@code stored/unpacked} of each layer. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (LayerSize layer : layers) {
      text.append(text.length() == 0 ? "" : " ").append(layer.stored()).append('/');
      text.append(layer.unpacked());
    }
    return text.toString();
  }
}
