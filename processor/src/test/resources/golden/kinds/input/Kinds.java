package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage(javaVersion = 17)
enum Color {
  RED;

  public static void main(String[] arguments) {}
}

@ContainerImage(javaVersion = 17)
record Point(int x, int y) {
  public static void main(String... arguments) {}
}

@ContainerImage(javaVersion = 17)
interface Shape {
  static void main(String[] arguments) {}
}

@ContainerImage(javaVersion = 17)
abstract class Base<T> {
  public static void main(String[] arguments) {}
}

@ContainerImage(javaVersion = 17)
class Inherits extends Base<String> {}

@ContainerImage(javaVersion = 25)
class Instance {
  void main() {}
}
