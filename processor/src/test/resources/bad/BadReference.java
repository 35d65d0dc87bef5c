package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage(name = "Pet_Store") // error: [BadReference] 'Pet_Store' is no repository; use lower-case letters, digits, '.', '_' and '-' between slashes, as in registry.acme.com/shop/petstore
final class App {
  public static void main(String[] arguments) {}
}
