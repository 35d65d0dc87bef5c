package dev.parka.verify.boot;

/** Why an image cannot even be started; never leaves this package. */
final class CannotStart extends Exception {
  CannotStart(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
