package dev.parka.registry;

import java.io.IOException;

/** The thread was interrupted while it waited for a registry. */
final class InterruptedWork extends IOException {

  private static final long serialVersionUID = 1;

  InterruptedWork() {
    super("the work was interrupted");
  }
}
