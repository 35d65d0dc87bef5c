// Written by Parka from @ContainerImage; edit that, not this.
package com.acme;

import dev.parka.annotations.ImageDescriptor;
import java.util.List;

/**
 * The image of {@code com.acme.Server}, as its annotation describes it.
 */
public final class ServerImage implements ImageDescriptor {
  /**
   * Has no state: one is as good as another.
   */
  public ServerImage() {
  }

  @Override
  public String mainClass() {
    return "com.acme.Server";
  }

  @Override
  public int javaVersion() {
    return 17;
  }

  @Override
  public List<Integer> ports() {
    return List.of(8080);
  }
}
