// nowhere error: [BadOption] -Aparka.buildTool cannot be used: 'ant' is no build tool; say none, detect, maven, maven-wrapper, gradle, gradle-wrapper
// nowhere error: [BadOption] -Aparka.project cannot be used: 'no-such-directory' is no directory; name the one that is the build context
// nowhere error: [BadOption] -Aparka.buildImage cannot be used: 'Maven' is no repository; use lower-case letters, digits, '.', '_' and '-' between slashes, as in registry.acme.com/shop/petstore
// nowhere error: [BadOption] -Aparka.toolJar cannot be used: no-such-directory/cli.jar cannot be read; put parka-cli.jar into the build context, or pin it as in tools/parka-cli.jar@sha256:…
// nowhere error: [BadOption] -Aparka.pattern cannot be used: 'one' is no pattern; say multi-stage or builder
// options: -Aparka.buildTool=ant -Aparka.project=no-such-directory -Aparka.buildImage=Maven:3 -Aparka.toolJar=cli.jar -Aparka.pattern=one
package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage
final class App {
  public static void main(String[] arguments) {}
}
