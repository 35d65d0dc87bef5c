// Written by Parka from @ContainerImage; edit that, not this.
package com.acme;

import dev.parka.annotations.ImageDescriptor;

/**
 * The image of {@code com.acme.Outer$Middle}, as its annotation describes it.
 */
public final class Outer_MiddleImage implements ImageDescriptor {
  /**
   * Has no state: one is as good as another.
   */
  public Outer_MiddleImage() {
  }

  @Override
  public String mainClass() {
    return "com.acme.Outer$Middle";
  }

  @Override
  public int javaVersion() {
    return 17;
  }
}
