package com.example.petstore;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Speaks to a pet store on this host. */
public final class PetClient {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI server;

  public PetClient(int port) {
    this.server = URI.create("http://127.0.0.1:" + port);
  }

  public HttpResponse<String> get(String path) throws IOException {
    return send("GET", path, "");
  }

  public HttpResponse<String> post(String path, String body) throws IOException {
    return send("POST", path, body, "Content-Type", "application/json");
  }

  /** Sends a request with headers, given as name, value, name, value. */
  public HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(PATIENCE)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IOException("interrupted while waiting for " + path, e);
    }
  }
}
