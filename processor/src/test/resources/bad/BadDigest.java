package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage(base = "debian:12-slim@sha256:2cf2") // error: [BadDigest] '2cf2' is no digest; write sha256: and 64 hexadecimal digits in lower case
final class App {
  public static void main(String[] arguments) {}
}
