package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage(javaVersion = 8) // error: [BadJavaVersion] javaVersion is 8; use 17 or later, or 0 for the JDK at hand
final class App {
  public static void main(String[] arguments) {}
}
