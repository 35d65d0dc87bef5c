package dev.parka.verify.boot;

import dev.parka.spec.Port;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a started image must do. */
public sealed interface Probe {

  /** What a good image does, such as {@code a connection at 8080/tcp}. */
  String expectation();

  /** What it did, such as {@code 8080/tcp accepts connections}. */
  String achievement();

  /** Starts the VM, resolves the modules, loads the main class, and ends before running it. */
  record DryRun() implements Probe {

    @Override
    public String expectation() {
      return "a dry run that exits with 0";
    }

    @Override
    public String achievement() {
      return "its main class loads";
    }

    @Override
    public String toString() {
      return "dry run";
    }
  }

  /** Is started; what comes of that is left to whoever started it. */
  record Launch() implements Probe {

    @Override
    public String expectation() {
      return "a start";
    }

    @Override
    public String achievement() {
      return "it was started";
    }

    @Override
    public String toString() {
      return "start";
    }
  }

  /**
   * Runs to its end.
   *
   * @param code the exit code of success
   * @param line a regular expression that is found in a line of what it printed; when empty, it may
   *     print anything
   */
  record Exit(int code, Optional<String> line) implements Probe {

    /**
     * Checks the expression.
     *
     * @throws java.util.regex.PatternSyntaxException if it is none
     */
    public Exit {
      line.ifPresent(Pattern::compile);
    }

    /** Whatever it prints. */
    public Exit(int code) {
      this(code, Optional.empty());
    }

    /** Printing a line. */
    public Exit(int code, String line) {
      this(code, Optional.of(line));
    }

    @Override
    public String expectation() {
      return "exit code " + code + line.map(l -> " and a line with '" + l + "'").orElse("");
    }

    @Override
    public String achievement() {
      return "it ended with " + expectation();
    }

    @Override
    public String toString() {
      return "run to the end";
    }
  }

  /**
   * Prints a line.
   *
   * @param line a regular expression that is found in it
   */
  record LogLine(String line) implements Probe {

    /**
     * Checks the expression.
     *
     * @throws java.util.regex.PatternSyntaxException if it is none
     */
    public LogLine {
      Pattern.compile(line);
    }

    @Override
    public String expectation() {
      return "a line with '" + line + "'";
    }

    @Override
    public String achievement() {
      return "it printed " + expectation();
    }

    @Override
    public String toString() {
      return "line '" + line + "'";
    }
  }

  /**
   * Passes a check that is asked again until it does.
   *
   * @param name what is checked, such as {@code the queue is empty}
   * @param check what checks it
   */
  record Custom(String name, Check check) implements Probe {

    @Override
    public String expectation() {
      return name;
    }

    @Override
    public String achievement() {
      return name;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** Looks at a running image. */
  @FunctionalInterface
  interface Check {

    /**
     * Whether the image does what it must.
     *
     * @throws Exception if it does not, either: its message is told if no later try is better
     */
    boolean passes(RunningImage image) throws Exception;
  }

  /**
   * Accepts a connection.
   *
   * @param port the image's
   */
  record Tcp(int port) implements Probe {

    /** Checks the port. */
    public Tcp {
      port = new Port(port, Port.Protocol.TCP).number();
    }

    @Override
    public String expectation() {
      return "a connection at " + port + "/tcp";
    }

    @Override
    public String achievement() {
      return port + "/tcp accepts connections";
    }

    @Override
    public String toString() {
      return port + "/tcp";
    }
  }

  /**
   * Answers a GET request with a status of 200 to 299.
   *
   * @param port the image's
   * @param path such as {@code /health}
   */
  record Http(int port, String path) implements Probe {

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if the path does not begin with a slash
     */
    public Http {
      port = new Port(port, Port.Protocol.TCP).number();
      if (!path.startsWith("/")) {
        throw new IllegalArgumentException("the path begins with no slash: " + path);
      }
    }

    @Override
    public String expectation() {
      return "status 2xx at " + this;
    }

    @Override
    public String achievement() {
      return this + " answered";
    }

    @Override
    public String toString() {
      return "http://localhost:" + port + path;
    }
  }
}
