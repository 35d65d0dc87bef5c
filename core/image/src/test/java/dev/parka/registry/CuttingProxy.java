package dev.parka.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Passes bytes on to a server, and cuts every connection once when so many bytes went one way: each
 * cut is made a single time, as counted over all connections.
 */
final class CuttingProxy implements AutoCloseable {

  private final ServerSocket listener;
  private final int port;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicLong upBudget = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong downBudget = new AtomicLong(Long.MAX_VALUE);

  CuttingProxy(int port) throws IOException {
    this.port = port;
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  String host() {
    return "127.0.0.1:" + listener.getLocalPort();
  }

  /** Cuts once when so many bytes more have gone to the server. */
  void cutUpAfter(long bytes) {
    upBudget.set(bytes);
  }

  /** Cuts once when so many bytes more have come from the server. */
  void cutDownAfter(long bytes) {
    downBudget.set(bytes);
  }

  /** Whether a cut is still to come. */
  boolean isArmed() {
    return upBudget.get() < Long.MAX_VALUE / 2 || downBudget.get() < Long.MAX_VALUE / 2;
  }

  /** Makes no cut any more. */
  void disarm() {
    upBudget.set(Long.MAX_VALUE);
    downBudget.set(Long.MAX_VALUE);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
        threads.execute(() -> pass(client, server, upBudget));
        threads.execute(() -> pass(server, client, downBudget));
      } catch (IOException e) {
        // It was closed, or the server is gone.
      }
    }
  }

  private static void pass(Socket from, Socket to, AtomicLong budget) {
    byte[] buffer = new byte[8192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        long left = budget.get();
        if (left < Long.MAX_VALUE / 2) {
          if (count >= left) {
            budget.set(Long.MAX_VALUE);
            out.write(buffer, 0, (int) left);
            out.flush();
            return;
          }
          budget.addAndGet(-count);
        }
        out.write(buffer, 0, count);
        out.flush();
      }
    } catch (IOException e) {
      // The other side was cut.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    threads.shutdownNow();
  }
}
