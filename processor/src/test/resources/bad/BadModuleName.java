package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage(
    addModules = {
      "java.sql",
      "--help" // error: [BadModuleName] '--help' is no module name; write it like java.sql, as java --list-modules prints it
    },
    excludeModules = "$(id)") // error: [BadModuleName] '$(id)' is no module name; write it like java.sql, as java --list-modules prints it
final class App {
  public static void main(String[] arguments) {}
}
