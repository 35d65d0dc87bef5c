package com.acme;

import dev.parka.annotations.ContainerImage;
import com.acme.pets.Pets;

@ContainerImage(javaVersion = 17)
final class App {
  public static void main(String[] arguments) {
    System.out.println(Pets.ALL);
    new Pets();
  }
}
