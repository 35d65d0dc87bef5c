package com.acme;

import dev.parka.annotations.ContainerImage;
import dev.parka.annotations.Strip;

@ContainerImage(strip = Strip.UNREFERENCED_CLASSES) // warning: [ClassesNotPortable] the Dockerfile leaves out no unreferenced-classes; build the image without a daemon, or do not ask for it
final class App {
  public static void main(String[] arguments) {}
}
