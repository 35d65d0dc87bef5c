package dev.parka.verify.boot;

import java.io.IOException;
import java.net.BindException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.util.List;

/** Asks a port of this machine. */
final class Probing {

  private static final int CONNECT_MILLISECONDS = 500;
  private static final int READ_MILLISECONDS = 5000;
  private static final int OK = 200;
  private static final int REDIRECT = 300;
  private static final List<String> LOOPBACK = List.of("127.0.0.1", "::1");

  private Probing() {}

  /** Whether a process of this machine holds the port already. */
  static boolean isTaken(int port) {
    if (accepts(port)) {
      return true;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
      return false;
    } catch (BindException e) {
      // A port below 1024 may be free and yet be denied to this user.
      return String.valueOf(e.getMessage()).contains("in use");
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether anybody accepts a connection. */
  private static boolean accepts(int port) {
    for (String address : LOOPBACK) {
      try (Socket socket = new Socket(Proxy.NO_PROXY)) {
        socket.connect(
            new InetSocketAddress(InetAddress.getByName(address), port), CONNECT_MILLISECONDS);
        return true;
      } catch (IOException e) {
        // Nobody there: the next address, or the next attempt.
      }
    }
    return false;
  }

  /** The status of a GET request, or why there is none. */
  static String status(int port, String path) {
    try {
      URL url = new URL("http", "127.0.0.1", port, path);
      HttpURLConnection connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
      connection.setInstanceFollowRedirects(false);
      connection.setConnectTimeout(CONNECT_MILLISECONDS);
      connection.setReadTimeout(READ_MILLISECONDS);
      try {
        return String.valueOf(connection.getResponseCode());
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return "no answer";
    }
  }

  /** Whether a status is one of success. */
  static boolean isSuccess(String status) {
    return status.matches("[0-9]{3}")
        && Integer.parseInt(status) >= OK
        && Integer.parseInt(status) < REDIRECT;
  }
}
