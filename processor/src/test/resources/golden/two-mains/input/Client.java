package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage(javaVersion = 17, addModules = "jdk.crypto.ec")
final class Client {
  public static void main(String[] arguments) {
    System.out.println(java.util.prefs.Preferences.userRoot());
  }
}
