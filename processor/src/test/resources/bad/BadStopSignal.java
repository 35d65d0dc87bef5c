package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage(stopSignal = "TERM") // error: [BadStopSignal] 'TERM' is no signal; use a name such as SIGTERM or SIGINT, or a number of 1 to 64
final class App {
  public static void main(String[] arguments) {}
}
