package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage(
    workingDirectory = "app", // error: [BadPath] the working directory 'app' is no plain absolute path; use letters, digits, '.', '_', '+', '@' and '-' between slashes, as in /var/lib/app
    volumes = {
      "/data",
      "/var/../etc", // error: [BadImagePath] '/var/../etc' is no absolute, normal path; write it like /var/lib/app
      "/a b" // error: [BadPath] the volume '/a b' is no plain absolute path; use letters, digits, '.', '_', '+', '@' and '-' between slashes, as in /var/lib/app
    })
final class App {
  public static void main(String[] arguments) {}
}
