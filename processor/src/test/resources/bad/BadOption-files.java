// nowhere error: [BadOption] -Aparka.buildTool cannot be used: there is no mvnw in src/test/resources for the build tool maven-wrapper; name another build tool, or the directory of the project
// options: -Aparka.buildTool=maven-wrapper -Aparka.project=src/test/resources
package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage
final class App {
  public static void main(String[] arguments) {}
}
