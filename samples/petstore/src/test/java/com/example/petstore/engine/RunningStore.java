package com.example.petstore.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.example.petstore.PetClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pet store that an engine runs in the foreground. */
final class RunningStore implements AutoCloseable {

  private static final Pattern OPEN = Pattern.compile(".* INFO open on port (\\d+)");
  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final CompletableFuture<Integer> port = new CompletableFuture<>();
  private final Thread reader = new Thread(this::read, "store's output");

  private RunningStore(Process process) {
    this.process = process;
    reader.setDaemon(true);
    reader.start();
  }

  /** Waits until the store is open. */
  static RunningStore start(ProcessBuilder command) throws IOException {
    RunningStore store = new RunningStore(command.redirectErrorStream(true).start());
    try {
      store.port.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
      return store;
    } catch (RuntimeException e) {
      store.close();
      throw new AssertionError(
          "the store does not open:\n"
              + String.join(" ", command.command())
              + "\n"
              + String.join("\n", store.lines),
          e);
    }
  }

  private void read() {
    try (BufferedReader output = process.inputReader(UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.add(line);
        Matcher open = OPEN.matcher(line);
        if (open.matches()) {
          port.complete(Integer.valueOf(open.group(1)));
        }
      }
      port.completeExceptionally(new IOException("it ended before it was open"));
    } catch (IOException e) {
      port.completeExceptionally(e);
    }
  }

  PetClient client() {
    return new PetClient(port());
  }

  /** Where it listens. */
  int port() {
    return port.join();
  }

  /** Sends SIGTERM to the process that was started. */
  void terminate() {
    // Process.destroy() would close the pipe that its last words come through.
    process.toHandle().destroy();
  }

  /** Waits for the end; answers with the exit code. */
  int exitCode() {
    return Tool.exitCode(process);
  }

  /** What it has printed, once it has ended. */
  List<String> log() throws InterruptedException {
    reader.join();
    return List.copyOf(lines);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
