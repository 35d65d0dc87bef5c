// nowhere error: [BadOption] -Aparka.cache cannot be used: 'pom.xml' is no directory; name one that may be made or filled, such as ~/.cache/parka, which parka-cli uses, too
// options: -Aparka.cache=pom.xml
package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage
final class App {
  public static void main(String[] arguments) {}
}
