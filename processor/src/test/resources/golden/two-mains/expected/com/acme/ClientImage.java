// Written by Parka from @ContainerImage; edit that, not this.
package com.acme;

import dev.parka.annotations.ImageDescriptor;
import java.util.List;

/**
 * The image of {@code com.acme.Client}, as its annotation describes it.
 */
public final class ClientImage implements ImageDescriptor {
  /**
   * Has no state: one is as good as another.
   */
  public ClientImage() {
  }

  @Override
  public String mainClass() {
    return "com.acme.Client";
  }

  @Override
  public int javaVersion() {
    return 17;
  }

  @Override
  public List<String> addModules() {
    return List.of("jdk.crypto.ec");
  }
}
