package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage
interface Shape { // error: [NoMainMethod] com.acme.Shape has no main method; add public static void main(String[] args) or annotate the class that has one
  void draw();
}

@ContainerImage
abstract class Base {} // error: [NoMainMethod] com.acme.Base has no main method; add public static void main(String[] args) or annotate the class that has one

@ContainerImage
enum Color { // error: [NoMainMethod] com.acme.Color has no main method; add public static void main(String[] args) or annotate the class that has one
  RED
}

@ContainerImage
record Point(int x, int y) {} // error: [NoMainMethod] com.acme.Point has no main method; add public static void main(String[] args) or annotate the class that has one

@ContainerImage
@interface Marker {} // error: [NoMainMethod] com.acme.Marker has no main method; add public static void main(String[] args) or annotate the class that has one

class Outer {
  @ContainerImage
  class Inner {} // error: [NoMainMethod] com.acme.Outer$Inner has no main method; add public static void main(String[] args) or annotate the class that has one
}
