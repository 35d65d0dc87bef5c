package com.acme;

import dev.parka.annotations.ContainerImage;
import dev.parka.annotations.Env;

@ContainerImage(
    env = {
      @Env(name = "FINE", value = ""),
      @Env(name = "A=B", value = ""), // error: [BadEnvironmentName] 'A=B' is no name of an environment variable; use letters, digits and '_', not beginning with a digit
      @Env(name = "", value = ""), // error: [BadEnvironmentName] '' is no name of an environment variable; use letters, digits and '_', not beginning with a digit
      @Env(name = "A\nB", value = ""), // error: [BadEnvironmentName] 'A\\u000aB' is no name of an environment variable; use letters, digits and '_', not beginning with a digit
    })
final class App {
  public static void main(String[] arguments) {}
}
