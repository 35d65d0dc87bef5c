package com.example.modular.server;

import com.example.modular.greeting.Greeter;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;

/**
 * Greets over HTTP: {@code /en/world} answers {@code Hello, world!} with the module that said it.
 */
public final class GreetingServer {

  private GreetingServer() {}

  /**
   * Serves on the port that the environment variable {@code PORT} names, or 8080, until the JVM is
   * told to end.
   *
   * @param arguments none are looked at
   * @throws IOException if the port is taken
   */
  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
    HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
    server.createContext("/", GreetingServer::answer);
    server.start();
    System.out.println("open on port " + port);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String[] words = exchange.getRequestURI().getPath().split("/", -1);
    String found = words.length == 3 ? greet(words[1], words[2]) : "";
    byte[] body = found.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(
          found.isEmpty() ? 404 : 200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String greet(String language, String name) {
    return ServiceLoader.load(Greeter.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(greeter -> greeter.language().equals(language))
        .findFirst()
        .map(greeter -> greeter.greet(name) + " says " + greeter.getClass().getModule().getName())
        .orElse("");
  }
}
