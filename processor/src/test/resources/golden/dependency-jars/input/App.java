package com.acme;

import dev.parka.annotations.ContainerImage;
import com.acme.pets.Pets;

@ContainerImage(javaVersion = 17)
final class App {
  public static void main(String[] arguments) throws Exception {
    System.out.println(Pets.all());
    Class.forName("com.acme.plugin.Plugin");
  }
}
