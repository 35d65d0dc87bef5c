package com.acme;

import dev.parka.annotations.ContainerImage;
import dev.parka.annotations.Label;

@ContainerImage(labels = @Label(key = "containerd.io/restart.status", value = "x")) // error: [ReservedLabel] the label containerd.io/restart.status belongs to the container run-time; use a key of your own domain
final class App {
  public static void main(String[] arguments) {}
}
