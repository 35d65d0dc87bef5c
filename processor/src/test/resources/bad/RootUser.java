package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage(user = "root") // warning: [RootUser] the application runs as root (0:0); use a number other than 0, or say allowRoot if it is meant
class Unsaid {
  public static void main(String[] arguments) {}
}

@ContainerImage(user = "0:0", allowRoot = true)
class Meant {
  public static void main(String[] arguments) {}
}
