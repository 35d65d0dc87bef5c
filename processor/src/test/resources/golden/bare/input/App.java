package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage(javaVersion = 17)
final class App {
  public static void main(String[] arguments) {}
}
