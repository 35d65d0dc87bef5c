package com.acme;

import dev.parka.annotations.ContainerImage;
import dev.parka.annotations.Label;

@ContainerImage(labels = @Label(key = "my label", value = "x")) // error: [BadLabelKey] 'my label' is no label key; use letters, digits, '.', '_', '-' and '/', as in org.opencontainers.image.source
final class App {
  public static void main(String[] arguments) {}
}
