package dev.parka.cli;

import java.io.Console;

/** Whether a person is watching. */
final class Terminal {

  private Terminal() {}

  @SuppressWarnings("SystemConsoleNull") // null before JDK 22; afterwards isTerminal tells
  static boolean isThere() {
    Console console = System.console();
    return console != null && isTerminal(console);
  }

  /** From JDK 22 on a console may be there without a terminal; then it says so itself. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
