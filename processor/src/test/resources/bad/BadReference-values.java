package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage(
    name = "acme/petstore:1.0", // error: [BadReference] 'acme/petstore:1.0' is no repository; use lower-case letters, digits, '.', '_' and '-' between slashes, as in registry.acme.com/shop/petstore
    base = "debian:12 AS x") // error: [BadReference] '12 AS x' is no tag; use up to 128 letters, digits, '_', '.' and '-', beginning with a letter, digit or '_'
class Name {
  public static void main(String[] arguments) {}
}

@ContainerImage(tag = "-1 ") // error: [BadReference] '-1 ' is no tag; use up to 128 letters, digits, '_', '.' and '-', beginning with a letter, digit or '_'
class Tag {
  public static void main(String[] arguments) {}
}

@ContainerImage // error: [BadReference] the class name com.acme.Café gives no image name; set name in @ContainerImage
class Café {
  public static void main(String[] arguments) {}
}
