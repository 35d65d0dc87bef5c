package com.acme;

import dev.parka.annotations.ContainerImage;
import dev.parka.annotations.Env;
import dev.parka.annotations.Label;

@ContainerImage(
    env = @Env(name = "DB_PASSWORD", value = "hunter2"), // warning: [SecretInImage] the value of the environment variable DB_PASSWORD looks like a secret; pass it when the container is started: whoever has the image can read it
    labels = @Label(key = "com.acme.key", value = "AKIAABCDEFGHIJKLMNOP")) // warning: [SecretInImage] the value of the label com.acme.key looks like a secret; pass it when the container is started: whoever has the image can read it
final class App {
  public static void main(String[] arguments) {}
}
