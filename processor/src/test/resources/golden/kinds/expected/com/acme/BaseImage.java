// Written by Parka from @ContainerImage; edit that, not this.
package com.acme;

import dev.parka.annotations.ImageDescriptor;

/**
 * The image of {@code com.acme.Base}, as its annotation describes it.
 */
public final class BaseImage implements ImageDescriptor {
  /**
   * Has no state: one is as good as another.
   */
  public BaseImage() {
  }

  @Override
  public String mainClass() {
    return "com.acme.Base";
  }

  @Override
  public int javaVersion() {
    return 17;
  }
}
