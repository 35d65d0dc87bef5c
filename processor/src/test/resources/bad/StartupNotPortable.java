package com.acme;

import dev.parka.annotations.ContainerImage;
import dev.parka.annotations.Startup;

@ContainerImage(startup = Startup.APP_CDS) // warning: [StartupNotPortable] the Dockerfile makes no archive for startup APP_CDS: its image starts without one; build the image without a daemon, or use CDS or NONE
final class App {
  public static void main(String[] arguments) {}
}
