package com.acme;

import dev.parka.annotations.ContainerImage;
import dev.parka.annotations.Label;

@ContainerImage(
    labels = {
      @Label(key = "com.acme.team", value = "pets"),
      @Label(key = "com.acme.team", value = "stores"), // error: [DuplicateLabelKey] the label com.acme.team is given twice; keep one of them
    })
final class App {
  public static void main(String[] arguments) {}
}
