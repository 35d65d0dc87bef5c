// nowhere error: [BadOption] -Aparka.drift cannot be used: there is no -Aparka.directory; name the directory where the Dockerfile is checked in
// options: -Aparka.drift=warn
package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage
final class App {
  public static void main(String[] arguments) {}
}
