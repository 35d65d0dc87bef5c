package dev.parka.verify.boot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The program of a container engine.
 *
 * @param program where it lies
 */
record EngineTool(String program) {

  static EngineTool of(Isolation isolation) throws CannotStart {
    return new EngineTool(HostTools.find(isolation == Isolation.PODMAN ? "podman" : "docker"));
  }

  /** Has it do something short; answers with what it prints. */
  String run(String... arguments) throws CannotStart, IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program));
    Collections.addAll(command, arguments);
    Process process = HostTools.engine(command).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new CannotStart(String.join(" ", command) + ": " + output.strip().replace('\n', ' '));
    }
    return output.strip();
  }

  /** The same where it does not matter whether there was anything to do. */
  void attempt(String... arguments) throws IOException, InterruptedException {
    try {
      run(arguments);
    } catch (CannotStart e) {
      // What is not there need not be removed.
      return;
    }
  }
}
