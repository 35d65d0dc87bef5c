package com.acme.shop;

import com.acme.greeting.Greeting;
import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A server with one dependency outside of its project and one inside. */
public final class Shop {

  private Shop() {}

  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
    Greeting greeting = new Greeting(String.join(" ", arguments));
    String answer = JSON.std.asString(Map.of("greeting", greeting.text()));
    HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    System.out.println("shop INFO open on port " + server.getAddress().getPort());
  }
}
