package dev.parka.verify.boot;

/** Why an image cannot even be started; never leaves this package. */
class CannotStart extends Exception {
  CannotStart(String reason) {
    super(reason);
  }

  final String reason() {
    return String.valueOf(getMessage());
  }

  /** Because another process holds a port. */
  static final class PortTaken extends CannotStart {
    PortTaken(int port) {
      super("port " + port + " held by another process of this machine");
    }
  }
}
