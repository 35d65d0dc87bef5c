package dev.parka.verify.boot;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Ports of a started image and what reaches them from this machine's loopback address. */
final class MappedPorts implements AutoCloseable {

  /** Connects to a port of the image. */
  @FunctionalInterface
  interface Connector {

    /**
     * Connects.
     *
     * @throws IOException if nobody listens there
     */
    SocketChannel connect(int inner) throws IOException;
  }

  private final Optional<Connector> connector;
  private final boolean isSame;
  private final SortedMap<Integer, Integer> known = new TreeMap<>();
  private final Map<Integer, ServerSocketChannel> servers = new TreeMap<>();

  private MappedPorts(Optional<Connector> connector, boolean isSame) {
    this.connector = connector;
    this.isSame = isSame;
  }

  /** Ports of an image that has this machine's network: they are what they are. */
  static MappedPorts same() {
    return new MappedPorts(Optional.of(NetworkRelay::connect), true);
  }

  /** Ports of an image that has another network. */
  static MappedPorts behind(Connector connector) {
    return new MappedPorts(Optional.of(connector), false);
  }

  /** Ports of an image that has another network, which nobody will connect to. */
  static MappedPorts unreached() {
    return new MappedPorts(Optional.empty(), false);
  }

  /** Ports that an engine has mapped. */
  static MappedPorts of(Map<Integer, Integer> mapped) {
    MappedPorts ports =
        new MappedPorts(
            Optional.of(inner -> NetworkRelay.connect(mapped.getOrDefault(inner, inner))), true);
    ports.known.putAll(mapped);
    return ports;
  }

  /** Maps ports, 0 to any that is free. */
  void map(SortedMap<Integer, Integer> wanted) throws CannotStart {
    for (Map.Entry<Integer, Integer> port : wanted.entrySet()) {
      int outer = port.getValue();
      if (!known.containsKey(port.getKey()) && !(isSame && isFree(port.getKey(), outer))) {
        try {
          open(port.getKey(), outer);
        } catch (IOException e) {
          throw new CannotStart("port " + outer + " cannot be had: " + e.getMessage());
        }
      }
    }
  }

  private static boolean isFree(int inner, int outer) {
    return outer == 0 || outer == inner;
  }

  /** The port of this machine that leads to one of the image; it is mapped when first asked for. */
  synchronized int port(int inner) throws IOException {
    Integer outer = known.get(inner);
    if (outer != null) {
      return outer;
    }
    return isSame ? inner : open(inner, 0);
  }

  private synchronized int open(int inner, int outer) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open();
    servers.put(inner, server);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), outer));
    int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
    known.put(inner, port);
    Thread thread = new Thread(() -> accept(server, inner), "parka-port-" + port);
    thread.setDaemon(true);
    thread.start();
    return port;
  }

  private void accept(ServerSocketChannel server, int inner) {
    try {
      while (true) {
        SocketChannel asking = server.accept();
        // The next one need not wait for the application.
        Thread thread = new Thread(() -> connect(asking, inner), "parka-port");
        thread.setDaemon(true);
        thread.start();
      }
    } catch (IOException e) {
      // It was closed: the image has ended.
    }
  }

  private void connect(SocketChannel asking, int inner) {
    try {
      NetworkRelay.join(asking, connected(inner));
    } catch (IOException e) {
      try {
        asking.close();
      } catch (IOException closing) {
        e.addSuppressed(closing);
      }
    }
  }

  private SocketChannel connected(int inner) throws IOException {
    return connector
        .orElseThrow(() -> new IOException("port " + inner + " is not to be reached"))
        .connect(inner);
  }

  /** Whether anybody can connect to them. */
  boolean areReached() {
    return connector.isPresent();
  }

  /** Whether anybody listens at a port of the image. */
  boolean accepts(int inner) {
    try (SocketChannel channel = connected(inner)) {
      return channel.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Ports of this machine by those of the image, as far as they are mapped. */
  synchronized SortedMap<Integer, Integer> known() {
    return new TreeMap<>(known);
  }

  @Override
  public synchronized void close() throws IOException {
    for (ServerSocketChannel server : servers.values()) {
      server.close();
    }
  }
}
