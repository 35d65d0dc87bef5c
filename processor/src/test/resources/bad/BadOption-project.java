// nowhere error: [BadOption] -Aparka.buildTool cannot be used: nobody knows where the project is; name its directory with -Aparka.project
// options: -Aparka.buildTool=maven
package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage
final class App {
  public static void main(String[] arguments) {}
}
