package dev.parka.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A port of this machine that leads to one of an image.
 *
 * @param outer this machine's; 0 is any that is free
 * @param inner the image's
 */
record PublishedPort(int outer, int inner) {

  private static final Pattern TEXT = Pattern.compile("(?:([0-9]{1,5}):)?([0-9]{1,5})(?:/tcp)?");

  /** Parses {@code 8081:8080}, or {@code 8080} for any; empty if it is neither. */
  static Optional<PublishedPort> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String outer = matcher.group(1);
    return Optional.of(
        new PublishedPort(
            outer == null ? 0 : Integer.parseInt(outer), Integer.parseInt(matcher.group(2))));
  }

  /** Whether a port of the loopback address can be had. */
  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
