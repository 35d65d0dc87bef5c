// options: -proc:only
package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage // warning: [NoClassFiles] no Dockerfile is written for com.acme.App: its class file is in no class output; compile with -d and without -proc:only, or run parka-cli dockerfile on the class files when they are there
final class App {
  public static void main(String[] arguments) {}
}
