// nowhere error: [InternalError] Parka failed with java.lang.IllegalStateException: out of luck; this is a fault of Parka, please report it with the stack trace below
// fault: out of luck
package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage
final class App {
  public static void main(String[] arguments) {}
}
