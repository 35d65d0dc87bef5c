// Written by Parka from @ContainerImage; edit that, not this.
package com.acme;

import dev.parka.annotations.ImageDescriptor;

/**
 * The image of {@code com.acme.App}, as its annotation describes it.
 */
public final class AppImage implements ImageDescriptor {
  /**
   * Has no state: one is as good as another.
   */
  public AppImage() {
  }

  @Override
  public String mainClass() {
    return "com.acme.App";
  }

  @Override
  public String name() {
    return "shop";
  }

  @Override
  public String base() {
    return "debian:12-slim";
  }

  @Override
  public int javaVersion() {
    return 17;
  }
}
