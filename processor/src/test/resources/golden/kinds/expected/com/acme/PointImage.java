// Written by Parka from @ContainerImage; edit that, not this.
package com.acme;

import dev.parka.annotations.ImageDescriptor;

/**
 * The image of {@code com.acme.Point}, as its annotation describes it.
 */
public final class PointImage implements ImageDescriptor {
  /**
   * Has no state: one is as good as another.
   */
  public PointImage() {
  }

  @Override
  public String mainClass() {
    return "com.acme.Point";
  }

  @Override
  public int javaVersion() {
    return 17;
  }
}
