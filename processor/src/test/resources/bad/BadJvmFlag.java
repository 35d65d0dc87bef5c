package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage(
    jvmFlags = {
      "Xmx64m", // error: [BadJvmFlag] 'Xmx64m' is no flag of java; begin it with '-', and join flag and value, as in --add-modules=java.sql
      "-cp" // error: [BadJvmFlag] '-cp' says what java launches; leave it out: the image names class path and main class itself
    })
final class App {
  public static void main(String[] arguments) {}
}
