package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage(base = "debian:12-slim") // warning: [UnpinnedBase] the base image debian:12-slim may change under its tag; add its digest, as in debian:12-slim@sha256:…
final class App {
  public static void main(String[] arguments) {}
}
