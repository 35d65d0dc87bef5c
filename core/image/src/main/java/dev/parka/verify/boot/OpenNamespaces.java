package dev.parka.verify.boot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Namespaces that wait for an image: they, their devices and the relay of their network are made
 * while it is still being unpacked.
 *
 * @param namespaces what they are
 * @param process what waits in them
 */
record OpenNamespaces(NamespaceWay namespaces, Process process) implements Way, AutoCloseable {

  @Override
  public Isolation isolation() {
    return namespaces.isolation();
  }

  @Override
  public Network network() {
    return namespaces.network();
  }

  @Override
  public Process start(Launch launch) throws CannotStart, IOException {
    return tell(namespaces.run(launch));
  }

  /** Has it run the script that mounts, with some arguments. */
  Process tell(List<String> arguments) throws IOException {
    StringBuilder text = new StringBuilder();
    arguments.forEach(a -> text.append('=').append(a.replace("\n", "\n+")).append('\n'));
    OutputStream input = process.getOutputStream();
    try {
      input.write(text.append(".\n").toString().getBytes(StandardCharsets.UTF_8));
      input.flush();
    } catch (IOException e) {
      // It has ended before its time: whoever waits for that sees how.
      process.destroy();
    }
    return process;
  }

  @Override
  public List<String> enter(Launch launch, BootedProcess processes) throws CannotStart {
    return namespaces.enter(launch, processes);
  }

  /** Ends all that is in there. */
  @Override
  public void close() throws IOException {
    Killing.of(process);
  }
}
