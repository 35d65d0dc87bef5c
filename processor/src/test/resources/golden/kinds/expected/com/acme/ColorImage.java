// Written by Parka from @ContainerImage; edit that, not this.
package com.acme;

import dev.parka.annotations.ImageDescriptor;

/**
 * The image of {@code com.acme.Color}, as its annotation describes it.
 */
public final class ColorImage implements ImageDescriptor {
  /**
   * Has no state: one is as good as another.
   */
  public ColorImage() {
  }

  @Override
  public String mainClass() {
    return "com.acme.Color";
  }

  @Override
  public int javaVersion() {
    return 17;
  }
}
