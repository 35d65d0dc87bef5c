package dev.parka.verify.boot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last lines that a process printed; however much that was, little is held. */
final class OutputTail {

  private static final int MAX_LINES = 20;
  private static final int MAX_LINE = 500;
  private static final long END_MILLISECONDS = 2000;

  private final Deque<String> lines = new ArrayDeque<>();
  private final StringBuilder line = new StringBuilder();
  private final Thread reader;

  OutputTail(InputStream output) {
    reader = new Thread(() -> read(output), "parka-boot-output");
    reader.setDaemon(true);
    reader.start();
  }

  private void read(InputStream output) {
    byte[] buffer = new byte[8192];
    try (output) {
      for (int n = output.read(buffer); n >= 0; n = output.read(buffer)) {
        add(new String(buffer, 0, n, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      // The pipe is closed when the process is killed; what came before is kept.
      add("");
    }
  }

  private synchronized void add(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        endLine();
      } else if (line.length() < MAX_LINE && c != '\r') {
        line.append(c);
      }
    }
  }

  private void endLine() {
    if (lines.size() == MAX_LINES) {
      lines.removeFirst();
    }
    lines.addLast(line.toString());
    line.setLength(0);
  }

  /** The lines so far; waits for the rest of what an ended process printed. */
  List<String> lines() throws InterruptedException {
    reader.join(END_MILLISECONDS);
    synchronized (this) {
      if (!line.isEmpty()) {
        endLine();
      }
      return List.copyOf(lines);
    }
  }
}
