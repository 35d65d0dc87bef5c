package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage(javaVersion = 17, ports = 8080)
final class Server {
  public static void main(String[] arguments) throws java.io.IOException {
    com.sun.net.httpserver.HttpServer.create().start();
  }
}
