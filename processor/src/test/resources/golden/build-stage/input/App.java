package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage(name = "shop", base = "debian:12-slim", javaVersion = 17)
final class App {
  public static void main(String[] arguments) {}
}
