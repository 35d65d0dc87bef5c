package dev.parka.verify.boot;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes connections into a network namespace. It runs there as a program of its own, of this one
 * class: at a socket in the file system, which namespaces of the network do not part, it is told a
 * port in two bytes, connects to it, answers with one byte, and from then on passes bytes on.
 */
final class NetworkRelay implements Runnable {

  private static final int BUFFER = 16384;
  private static final int PORT_BYTES = 2;
  private static final int PORT_MASK = 0xffff;
  private static final byte[] IPV4 = {127, 0, 0, 1};
  private static final byte[] IPV6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

  private final SocketChannel from;
  private final SocketChannel to;

  /** Directions that are still open; none before anybody was asked for. */
  private final AtomicInteger open;

  private NetworkRelay(SocketChannel from, SocketChannel to, AtomicInteger open) {
    this.from = from;
    this.to = to;
    this.open = open;
  }

  /**
   * Listens until it is killed.
   *
   * @param arguments the path of the socket
   */
  public static void main(String[] arguments) throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(arguments[0]));
      while (true) {
        SocketChannel asking = server.accept();
        start(new NetworkRelay(asking, asking, new AtomicInteger()));
      }
    }
  }

  /** Connects to a port behind a relay. */
  static SocketChannel connect(Path socket, int port) throws IOException {
    SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
    boolean isConnected = false;
    try {
      ByteBuffer bytes = ByteBuffer.allocate(PORT_BYTES).putShort((short) port).flip();
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      if (channel.read(ByteBuffer.allocate(1)) != 1) {
        throw new IOException("nobody listens at port " + port);
      }
      isConnected = true;
      return channel;
    } finally {
      if (!isConnected) {
        channel.close();
      }
    }
  }

  /** Passes bytes on in both directions until both have come to their end; returns at once. */
  static void join(SocketChannel one, SocketChannel other) {
    AtomicInteger open = new AtomicInteger(2);
    start(new NetworkRelay(one, other, open));
    start(new NetworkRelay(other, one, open));
  }

  private static void start(NetworkRelay relay) {
    Thread thread = new Thread(relay, "parka-relay");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    try {
      if (open.get() == 0) {
        answer();
      } else {
        pass();
      }
    } catch (IOException e) {
      // Whoever is at the other end sees that its connection is gone.
      close(from);
      close(to);
    }
  }

  private void answer() throws IOException {
    ByteBuffer port = ByteBuffer.allocate(PORT_BYTES);
    while (port.hasRemaining()) {
      if (from.read(port) < 0) {
        from.close();
        return;
      }
    }
    SocketChannel application = connect(port.flip().getShort() & PORT_MASK);
    from.write(ByteBuffer.wrap(new byte[] {1}));
    join(from, application);
  }

  /** Connects to a port of the loopback interface, whichever of its addresses is listened at. */
  static SocketChannel connect(int port) throws IOException {
    try {
      return SocketChannel.open(new InetSocketAddress(InetAddress.getByAddress(IPV4), port));
    } catch (IOException e) {
      return SocketChannel.open(new InetSocketAddress(InetAddress.getByAddress(IPV6), port));
    }
  }

  private void pass() throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    while (from.read(buffer) >= 0) {
      buffer.flip();
      while (buffer.hasRemaining()) {
        to.write(buffer);
      }
      buffer.clear();
    }
    to.shutdownOutput();
    if (open.decrementAndGet() == 0) {
      from.close();
      to.close();
    }
  }

  private static void close(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // It is gone in any case.
    }
  }
}
