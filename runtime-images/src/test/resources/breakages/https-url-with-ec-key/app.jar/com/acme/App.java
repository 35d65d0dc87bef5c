package com.acme;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import javax.net.ssl.SSLServerSocketFactory;

/** Reads a page of its own, over HTTPS; the server's key is an EC one. */
public class App {

  public static void main(String[] args) throws Exception {
    System.setProperty("javax.net.ssl.keyStore", args[0]);
    System.setProperty("javax.net.ssl.keyStorePassword", "changeit");
    System.setProperty("javax.net.ssl.trustStore", args[0]);
    System.setProperty("javax.net.ssl.trustStorePassword", "changeit");
    try (ServerSocket server = SSLServerSocketFactory.getDefault().createServerSocket(0)) {
      Thread worker = new Thread(() -> answer(server));
      worker.setDaemon(true);
      worker.start();
      URL url = new URL("https://localhost:" + server.getLocalPort() + "/");
      try (InputStream in = url.openStream()) {
        System.out.println(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
  }

  private static void answer(ServerSocket server) {
    try (Socket socket = server.accept()) {
      Scanner request = new Scanner(socket.getInputStream(), StandardCharsets.UTF_8);
      while (!request.nextLine().isEmpty()) {
        // The request's headers do not matter.
      }
      String response = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nOK";
      socket.getOutputStream().write(response.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      e.printStackTrace();
    }
  }
}
