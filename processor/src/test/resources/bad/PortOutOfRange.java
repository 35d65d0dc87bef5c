package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage(
    ports = {
      8080,
      0, // error: [PortOutOfRange] 0 is no port; use 1 to 65535
      65536 // error: [PortOutOfRange] 65536 is no port; use 1 to 65535
    },
    udpPorts = -1) // error: [PortOutOfRange] -1 is no port; use 1 to 65535
final class App {
  public static void main(String[] arguments) {}
}
