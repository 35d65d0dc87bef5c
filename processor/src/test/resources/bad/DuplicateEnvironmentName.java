package com.acme;

import dev.parka.annotations.ContainerImage;
import dev.parka.annotations.Env;

@ContainerImage(
    env = {
      @Env(name = "LEVEL", value = "1"),
      @Env(name = "LEVEL", value = "2"), // error: [DuplicateEnvironmentName] the environment variable LEVEL is given twice; keep one of them
    })
final class App {
  public static void main(String[] arguments) {}
}
