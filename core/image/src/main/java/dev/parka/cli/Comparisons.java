package dev.parka.cli;

import dev.parka.runtime.trace.TraceComparison;
import java.io.PrintWriter;

/** Tells where recorded runs and class files differ. */
final class Comparisons {

  private Comparisons() {}

  static void print(TraceComparison comparison, PrintWriter to) {
    to.print(comparison.render());
    to.flush();
  }
}
