package dev.parka.cli;

import dev.parka.runtime.Problem;
import java.io.PrintWriter;
import java.util.List;

/** Tells what was found while the work went on. */
final class Warnings {

  private Warnings() {}

  static void print(List<Problem> warnings, PrintWriter err) {
    for (Problem warning : warnings) {
      err.println((warning.isError() ? "error: " : "warning: ") + warning);
    }
    err.flush();
  }
}
