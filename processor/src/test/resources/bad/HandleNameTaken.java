package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage
final class App { // error: [HandleNameTaken] com.acme.AppImage, the handle of com.acme.App, has the name of another class; rename one of the two
  public static void main(String[] arguments) {}
}

final class AppImage {}
