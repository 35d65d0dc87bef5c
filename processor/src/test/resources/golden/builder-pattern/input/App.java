package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage(name = "shop", volumes = "/var/lib/shop", javaVersion = 17)
final class App {
  public static void main(String[] arguments) {}
}
