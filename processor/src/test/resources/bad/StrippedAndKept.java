package com.acme;

import dev.parka.annotations.ContainerImage;
import dev.parka.annotations.Strip;

@ContainerImage(
    strip = Strip.NATIVE_SYMBOLS,
    keep = {
      Strip.HEADERS,
      Strip.NATIVE_SYMBOLS, // error: [StrippedAndKept] native-symbols is to be stripped and to be kept; say one of the two
    })
final class App {
  public static void main(String[] arguments) {}
}
