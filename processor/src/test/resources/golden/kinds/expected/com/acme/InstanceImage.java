// Written by Parka from @ContainerImage; edit that, not this.
package com.acme;

import dev.parka.annotations.ImageDescriptor;

/**
 * The image of {@code com.acme.Instance}, as its annotation describes it.
 */
public final class InstanceImage implements ImageDescriptor {
  /**
   * Has no state: one is as good as another.
   */
  public InstanceImage() {
  }

  @Override
  public String mainClass() {
    return "com.acme.Instance";
  }

  @Override
  public int javaVersion() {
    return 25;
  }
}
