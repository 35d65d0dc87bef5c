package com.example.petstore;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The HTTP server, from its start to its end. */
final class PetServer implements AutoCloseable {

  private static final int THREADS = 8;
  private static final int LONGEST_DRAIN_SECONDS = 1;

  private final HttpServer http;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final InFlight inFlight = new InFlight();

  private PetServer(HttpServer http) {
    this.http = http;
  }

  /**
   * Listens on every address of this host.
   *
   * @param port the port, or 0 for one that is free
   * @throws IOException if the port is taken
   */
  static PetServer start(int port) throws IOException {
    PetServer server = new PetServer(HttpServer.create(new InetSocketAddress(port), 0));
    server
        .http
        .createContext("/", new JsonHandler(new PetRoutes(new Pets())))
        .getFilters()
        .add(server.inFlight);
    server.http.setExecutor(server.threads);
    server.http.start();
    return server;
  }

  /** The port that it listens on. */
  int port() {
    return http.getAddress().getPort();
  }

  /** How many requests are being answered. */
  int requestsInFlight() {
    return inFlight.count.get();
  }

  /** Accepts nothing more, and gives what is being answered a second to end. */
  @Override
  public void close() {
    // With nothing in flight, JDK 17 would wait for the whole delay.
    http.stop(requestsInFlight() == 0 ? 0 : LONGEST_DRAIN_SECONDS);
    threads.shutdownNow();
  }

  /** Counts the requests that are being answered. */
  private static final class InFlight extends Filter {

    final AtomicInteger count = new AtomicInteger();

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
      count.incrementAndGet();
      try {
        chain.doFilter(exchange);
      } finally {
        count.decrementAndGet();
      }
    }

    @Override
    public String description() {
      return "counts requests in flight";
    }
  }
}
