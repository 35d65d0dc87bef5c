package com.example.petstore.engine;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program of this machine, and what is always said to it.
 *
 * @param command the program and its first arguments
 * @param environment what is added to this process's environment
 */
record Tool(List<String> command, Map<String, String> environment) {

  private static final long PATIENCE_MINUTES = 5;

  Tool {
    command = List.copyOf(command);
    environment = Collections.unmodifiableMap(new TreeMap<>(environment));
  }

  static Optional<Tool> find(String name) {
    // The distribution's own comes first: its parts were built to work together.
    return Stream.concat(
            Stream.of("/usr/bin", "/usr/sbin"),
            Stream.of(System.getenv("PATH").split(File.pathSeparator)))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst()
        .map(program -> new Tool(List.of(program.toString()), Map.of()));
  }

  /** A tool that {@link NeedsEngine} has looked for. */
  static Tool named(String name) {
    return find(name).orElseThrow(() -> new AssertionError("there is no program " + name));
  }

  Tool with(String... arguments) {
    List<String> all = new ArrayList<>(command);
    Collections.addAll(all, arguments);
    return new Tool(all, environment);
  }

  Tool withEnvironment(String name, String value) {
    Map<String, String> all = new TreeMap<>(environment);
    all.put(name, value);
    return new Tool(command, all);
  }

  /** Starts it with these arguments; the streams are the caller's. */
  ProcessBuilder process(String... arguments) {
    ProcessBuilder builder = new ProcessBuilder(with(arguments).command());
    builder.environment().putAll(environment);
    builder.redirectInput(Redirect.from(new File("/dev/null")));
    return builder;
  }

  /**
   * Runs it with these arguments; answers with what it prints.
   *
   * @throws AssertionError with the whole command and all that it printed, unless it succeeds
   */
  String run(String... arguments) throws IOException {
    Path out = Files.createTempFile("tool", ".out");
    Path err = Files.createTempFile("tool", ".err");
    try {
      int exitCode =
          exitCode(
              process(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start());
      if (exitCode != 0) {
        throw new AssertionError(
            String.join(" ", with(arguments).command())
                + "\nexit code "
                + exitCode
                + "\n"
                + Files.readString(out)
                + Files.readString(err));
      }
      return Files.readString(out);
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** Waits for the end of a process, which does not outlive a waiting in vain. */
  static int exitCode(Process process) {
    try {
      if (process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        return process.exitValue();
      }
      process.destroyForcibly();
      throw new AssertionError(process.info() + " has not ended in " + PATIENCE_MINUTES + " min");
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for " + process.info(), e);
    }
  }
}
