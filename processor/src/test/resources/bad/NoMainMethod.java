package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage
final class App { // error: [NoMainMethod] com.acme.App has no main method; add public static void main(String[] args) or annotate the class that has one
  void run() {}
}
