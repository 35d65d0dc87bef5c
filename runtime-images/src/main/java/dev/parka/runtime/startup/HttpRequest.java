package dev.parka.runtime.startup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;

/** A request to a server of this machine. */
record HttpRequest(int port, String path) implements Training.Action {

  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int TIMEOUT_MILLIS = 10_000;

  /** Who else listens there would answer in the application's place. */
  @Override
  public void prepare() throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(port));
    } catch (IOException e) {
      throw new IOException("port " + port + " is held by another process of this machine", e);
    }
  }

  @Override
  public void drive(RunningApplication application) throws IOException, InterruptedException {
    long start = System.nanoTime();
    String answer = "no answer";
    while (System.nanoTime() - start < LONGEST.toNanos()) {
      if (application.endsWithin(POLL)) {
        throw new IOException("it ended before " + this + " was answered");
      }
      try {
        int status = status();
        if (status / 100 == 2) {
          return;
        }
        answer = "status " + status;
      } catch (IOException e) {
        answer = String.valueOf(e.getMessage());
      }
    }
    throw new IOException(
        this + " was not answered within " + LONGEST.toSeconds() + " s: " + answer);
  }

  private int status() throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(toString()).toURL().openConnection();
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    connection.setUseCaches(false);
    connection.setRequestProperty("Connection", "close");
    try {
      int status = connection.getResponseCode();
      if (status / 100 == 2) {
        try (InputStream body = connection.getInputStream()) {
          body.transferTo(OutputStream.nullOutputStream());
        }
      }
      return status;
    } finally {
      connection.disconnect();
    }
  }

  @Override
  public String toString() {
    return "http://localhost:" + port + path;
  }
}
