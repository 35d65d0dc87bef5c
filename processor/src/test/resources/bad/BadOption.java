// nowhere error: [BadOption] -Aparka.jdkImage cannot be used: 'Temurin' is no repository; use lower-case letters, digits, '.', '_' and '-' between slashes, as in registry.acme.com/shop/petstore
// nowhere error: [BadOption] -Aparka.jar cannot be used: '/app.jar' is no plain path within the build context; write it relative to the context, as in target/app.jar
// nowhere error: [BadOption] -Aparka.lib cannot be used: '../lib' is no plain path within the build context; write it relative to the context, as in target/app.jar
// nowhere error: [BadOption] -Aparka.classpath cannot be used: the file 'no-such-file' cannot be read; write the class path to it before javac runs, as dependency:build-classpath does
// nowhere error: [BadOption] -Aparka.drift cannot be used: 'always' is no mode; say fail, warn or update
// nowhere error: [BadOption] -Aparka.directory cannot be used: '' is no directory; name the one where the Dockerfile is checked in, such as the project's own
// options: -Aparka.drift=always -Aparka.directory= -Aparka.jdkImage=Temurin:25 -Aparka.jar=/app.jar -Aparka.lib=../lib -Aparka.classpath=@no-such-file
package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage
final class App {
  public static void main(String[] arguments) {}
}
