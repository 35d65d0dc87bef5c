// release: 25
package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage(javaVersion = 17) // error: [ClassFilesTooNew] the class files are for Java 25, the image has Java 17; compile with --release 17, or raise javaVersion
final class App {
  public static void main(String[] arguments) {}
}
