package dev.parka.verify;

import java.util.OptionalLong;

/**
 * How large an image may be, in bytes as stored.
 *
 * @param image all layers together
 * @param layer each layer
 */
public record SizeBudget(OptionalLong image, OptionalLong layer) {

  /** Any size. */
  public static final SizeBudget NONE = new SizeBudget(OptionalLong.empty(), OptionalLong.empty());
}
