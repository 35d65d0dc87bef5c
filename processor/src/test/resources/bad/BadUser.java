package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage(user = "app") // error: [BadUser] 'app' is no numeric user; write UID or UID:GID, as in 65532:65532
final class App {
  public static void main(String[] arguments) {}
}
