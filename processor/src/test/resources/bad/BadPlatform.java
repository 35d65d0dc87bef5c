package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage(platforms = "windows/amd64") // error: [BadPlatform] 'windows/amd64' is no platform that images are built for; use linux/amd64 or linux/arm64
final class App {
  public static void main(String[] arguments) {}
}
