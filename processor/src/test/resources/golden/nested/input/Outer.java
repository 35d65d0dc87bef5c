package com.acme;

import dev.parka.annotations.ContainerImage;

public final class Outer {

  @ContainerImage(javaVersion = 17)
  private static class Middle {

    @ContainerImage(javaVersion = 17, name = "innermost")
    class Inner {
      public static void main(String[] arguments) {}
    }

    public static void main(String[] arguments) {}
  }
}
