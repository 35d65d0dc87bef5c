// Written by Parka from @ContainerImage; edit that, not this.
package com.acme;

import dev.parka.annotations.ImageDescriptor;

/**
 * The image of {@code com.acme.Inherits}, as its annotation describes it.
 */
public final class InheritsImage implements ImageDescriptor {
  /**
   * Has no state: one is as good as another.
   */
  public InheritsImage() {
  }

  @Override
  public String mainClass() {
    return "com.acme.Inherits";
  }

  @Override
  public int javaVersion() {
    return 17;
  }
}
