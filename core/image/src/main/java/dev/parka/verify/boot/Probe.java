package dev.parka.verify.boot;

import dev.parka.spec.Port;

/** What a started image must do. */
public sealed interface Probe {

  /** What a good image does, such as {@code a connection at 8080/tcp}. */
  String expectation();

  /** What it did, such as {@code 8080/tcp accepted a connection}. */
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

  /**
   * Runs to its end.
   *
   * @param code the exit code of success
   */
  record Exit(int code) implements Probe {

    @Override
    public String expectation() {
      return "exit code " + code;
    }

    @Override
    public String achievement() {
      return "it ended with exit code " + code;
    }

    @Override
    public String toString() {
      return "run to the end";
    }
  }

  /**
   * Accepts a connection.
   *
   * @param port on this machine's loopback address
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
      return port + "/tcp accepted a connection";
    }

    @Override
    public String toString() {
      return port + "/tcp";
    }
  }

  /**
   * Answers a GET request with a status of 200 to 299.
   *
   * @param port on this machine's loopback address
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
