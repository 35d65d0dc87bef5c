// Written by Parka from @ContainerImage; edit that, not this.
package com.acme;

import dev.parka.annotations.ImageDescriptor;
import java.util.List;

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
  public int javaVersion() {
    return 17;
  }

  @Override
  public List<String> volumes() {
    return List.of("/var/lib/shop");
  }
}
