// nowhere error: [NoSuchClassPathEntry] no-such-driver.jar does not exist; build it first, or take it off the class path
// options: -Aparka.classpath=no-such-driver.jar
package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage
final class App {
  public static void main(String[] arguments) {}
}
