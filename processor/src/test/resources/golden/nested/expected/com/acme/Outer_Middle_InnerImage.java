// Written by Parka from @ContainerImage; edit that, not this.
package com.acme;

import dev.parka.annotations.ImageDescriptor;

/**
 * The image of {@code com.acme.Outer$Middle$Inner}, as its annotation describes it.
 */
public final class Outer_Middle_InnerImage implements ImageDescriptor {
  /**
   * Has no state: one is as good as another.
   */
  public Outer_Middle_InnerImage() {
  }

  @Override
  public String mainClass() {
    return "com.acme.Outer$Middle$Inner";
  }

  @Override
  public String name() {
    return "innermost";
  }

  @Override
  public int javaVersion() {
    return 17;
  }
}
