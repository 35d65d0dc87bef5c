package com.acme;

import dev.parka.annotations.ContainerImage;
import dev.parka.annotations.Startup;

@ContainerImage(
    startup = Startup.CDS,
    jvmFlags = "-Xshare:off" // error: [StartupFlag] the JVM flag '-Xshare:off' and startup CDS both say which archive is used; leave one of them out: an image gives java the flags for its own archive
    )
final class App {
  public static void main(String[] arguments) {}
}
