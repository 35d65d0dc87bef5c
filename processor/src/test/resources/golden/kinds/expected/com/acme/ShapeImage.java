// Written by Parka from @ContainerImage; edit that, not this.
package com.acme;

import dev.parka.annotations.ImageDescriptor;

/**
 * The image of {@code com.acme.Shape}, as its annotation describes it.
 */
public final class ShapeImage implements ImageDescriptor {
  /**
   * Has no state: one is as good as another.
   */
  public ShapeImage() {
  }

  @Override
  public String mainClass() {
    return "com.acme.Shape";
  }

  @Override
  public int javaVersion() {
    return 17;
  }
}
