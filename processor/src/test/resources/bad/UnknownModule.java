package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage(addModules = "java.sqll") // error: [UnknownModule] JDK {jdk} has no module java.sqll, but it was asked for by name; did you mean java.sql?
final class App {
  public static void main(String[] arguments) {}
}
