package com.example.petstore;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Turns an HTTP exchange into a {@link Request}, and a {@link Reply} into its response. */
final class JsonHandler implements HttpHandler {

  /** The largest body that is read, in bytes. */
  static final int LARGEST_BODY = 16 * 1024;

  private static final Logger LOG = Logger.getLogger(JsonHandler.class.getName());

  private final PetRoutes routes;

  JsonHandler(PetRoutes routes) {
    this.routes = routes;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Reply reply = answer(exchange);
      send(exchange, reply);
      LOG.log(
          Level.INFO,
          "{0} {1} {2}",
          new Object[] {
            exchange.getRequestMethod(), path(exchange), String.valueOf(reply.status())
          });
    }
  }

  private Reply answer(HttpExchange exchange) throws IOException {
    try {
      return routes.answer(read(exchange));
    } catch (HttpFailure e) {
      return e.reply();
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, exchange.getRequestMethod() + " " + path(exchange), e);
      return HttpFailure.internal().reply();
    }
  }

  private static Request read(HttpExchange exchange) throws IOException, HttpFailure {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      throw HttpFailure.tooLarge(LARGEST_BODY);
    }
    String method = exchange.getRequestMethod();
    return new Request(
        method.equals("HEAD") ? "GET" : method,
        path(exchange),
        exchange.getRequestHeaders().getFirst("Content-Type"),
        body);
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = reply.body() == null ? new byte[0] : Json.write(reply.body());
    if (body.length > 0) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
    }
    boolean silent = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
    // To this server -1 is no body, and 0 would be one of unknown length.
    exchange.sendResponseHeaders(reply.status(), silent ? -1 : body.length);
    if (!silent) {
      exchange.getResponseBody().write(body);
    }
  }

  /** The path as it was sent: escapes stay, so that no control character reaches the log. */
  private static String path(HttpExchange exchange) {
    return exchange.getRequestURI().getRawPath();
  }
}
