package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage(javaVersion = 25)
interface Shape { // error: [MainNotLaunchable] java 25 does not launch com.acme.Shape: its main method is not static and the class is abstract; write public static void main(String[] args)
  default void main() {}
}

@ContainerImage(javaVersion = 25)
abstract class Base { // error: [MainNotLaunchable] java 25 does not launch com.acme.Base: its main method is not static and the class is abstract; write public static void main(String[] args)
  void main() {}
}

@ContainerImage(javaVersion = 25)
enum Color { // error: [MainNotLaunchable] java 25 does not launch com.acme.Color: its main method is not static and the class has no constructor without parameters that is not private; write public static void main(String[] args)
  RED;

  void main() {}
}

@ContainerImage(javaVersion = 25)
record Point(int x, int y) { // error: [MainNotLaunchable] java 25 does not launch com.acme.Point: its main method is not static and the class has no constructor without parameters that is not private; write public static void main(String[] args)
  void main() {}
}

class Outer {
  @ContainerImage(javaVersion = 25)
  class Inner { // error: [MainNotLaunchable] java 25 does not launch com.acme.Outer$Inner: its main method is not static and the class is an inner one; write public static void main(String[] args)
    void main() {}
  }
}

@ContainerImage(javaVersion = 25)
class PrivateConstructor { // error: [MainNotLaunchable] java 25 does not launch com.acme.PrivateConstructor: its main method is not static and the class has no constructor without parameters that is not private; write public static void main(String[] args)
  private PrivateConstructor() {}

  void main() {}
}

@ContainerImage(javaVersion = 25)
class Private { // error: [MainNotLaunchable] java 25 does not launch com.acme.Private: its main method is private; write public static void main(String[] args)
  private void main(String[] arguments) {}
}

@ContainerImage(javaVersion = 25)
class NotVoid { // error: [MainNotLaunchable] java 25 does not launch com.acme.NotVoid: its main method returns int; write public static void main(String[] args)
  int main() {
    return 0;
  }
}
