package dev.parka.verify;

import dev.parka.lock.LockedSize;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How large an image may be, in bytes as stored.
 *
 * @param image all layers together
 * @param layer each layer
 * @param locked how large it was, than which it should be no larger, unpacked neither
 */
public record SizeBudget(OptionalLong image, OptionalLong layer, Optional<LockedSize> locked) {

  /** Any size. */
  public static final SizeBudget NONE =
      new SizeBudget(OptionalLong.empty(), OptionalLong.empty(), Optional.empty());

  /** The same for an image that was so large. */
  public SizeBudget notOver(LockedSize size) {
    return new SizeBudget(image, layer, Optional.of(size));
  }
}
