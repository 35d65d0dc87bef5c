package com.acme;

import java.net.Socket;
import java.net.SocketOption;

/** Keeps a connection alive, where the system can. */
public class App {

  @SuppressWarnings("unchecked")
  public static void main(String[] args) throws Exception {
    try (Socket socket = new Socket()) {
      socket.setKeepAlive(true);
      for (SocketOption<?> option : socket.supportedOptions()) {
        if (option.name().equals("TCP_KEEPIDLE")) {
          socket.setOption((SocketOption<Integer>) option, 17);
          System.out.println("OK");
        }
      }
    }
  }
}
