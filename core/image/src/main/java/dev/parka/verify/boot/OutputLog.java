package dev.parka.verify.boot;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The lines that a process prints; of very many the last ones are held. */
final class OutputLog {

  private static final int MAX_LINES = 10_000;
  private static final int MAX_LINE = 2000;
  private static final int TAIL_LINES = 20;
  private static final int TAIL_LINE = 500;
  private static final int BUFFER = 8192;
  private static final long END_MILLISECONDS = 2000;

  private final Deque<String> lines = new ArrayDeque<>();
  private final StringBuilder line = new StringBuilder();
  private final Thread reader;
  private long dropped;
  private boolean hasEnded;

  OutputLog(InputStream output) {
    reader = new Thread(() -> read(output), "parka-boot-output");
    reader.setDaemon(true);
    reader.start();
  }

  private void read(InputStream output) {
    char[] buffer = new char[BUFFER];
    try (Reader text = new InputStreamReader(output, StandardCharsets.UTF_8)) {
      for (int n = text.read(buffer); n >= 0; n = text.read(buffer)) {
        add(buffer, n);
      }
    } catch (IOException e) {
      // The pipe is closed when the process is killed; what came before is kept.
      add(buffer, 0);
    } finally {
      end();
    }
  }

  private synchronized void add(char[] text, int length) {
    for (int i = 0; i < length; i++) {
      char c = text[i];
      if (c == '\n') {
        endLine();
      } else if (line.length() < MAX_LINE && c != '\r') {
        line.append(c);
      }
    }
    notifyAll();
  }

  private synchronized void end() {
    if (!line.isEmpty()) {
      endLine();
    }
    hasEnded = true;
    notifyAll();
  }

  private void endLine() {
    if (lines.size() == MAX_LINES) {
      lines.removeFirst();
      dropped++;
    }
    lines.addLast(line.toString());
    line.setLength(0);
  }

  /** The whole lines so far. */
  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  /** The last lines; waits for the rest of what an ended process printed. */
  List<String> tail() throws InterruptedException {
    awaitEnd();
    List<String> all = new ArrayList<>(lines());
    return all.subList(Math.max(0, all.size() - TAIL_LINES), all.size()).stream()
        .map(text -> text.length() > TAIL_LINE ? text.substring(0, TAIL_LINE) : text)
        .toList();
  }

  /** Waits for the rest of what an ended process printed. */
  void awaitEnd() throws InterruptedException {
    reader.join(END_MILLISECONDS);
  }

  /** The first line that a pattern matches, once there is one; empty if none comes in time. */
  synchronized Optional<String> await(Pattern pattern, Duration time) throws InterruptedException {
    long deadline = System.nanoTime() + time.toNanos();
    long seen = 0;
    while (true) {
      Optional<String> found =
          lines.stream()
              .skip(Math.max(0, seen - dropped))
              .filter(text -> pattern.matcher(text).find())
              .findFirst();
      seen = dropped + lines.size();
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (found.isPresent() || hasEnded || left <= 0) {
        return found;
      }
      wait(left);
    }
  }
}
