package com.acme;

import java.net.Socket;
import jdk.net.ExtendedSocketOptions;

/** Keeps a connection alive. */
public class App {

  public static void main(String[] args) throws Exception {
    try (Socket socket = new Socket()) {
      socket.setKeepAlive(true);
      socket.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, 17);
      int idle = socket.getOption(ExtendedSocketOptions.TCP_KEEPIDLE);
      System.out.println(idle == 17 ? "OK" : "idle for " + idle);
    }
  }
}
