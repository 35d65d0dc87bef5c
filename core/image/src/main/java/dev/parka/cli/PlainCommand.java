package dev.parka.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** A command that is written plainly, so that it is run without picocli; see {@link PlainLine}. */
sealed interface PlainCommand permits PlainModules, PlainBuild {

  /** Reads a command line; null if it is not plain. */
  static @Nullable PlainCommand read(String... arguments) {
    PlainCommand modules = PlainModules.read(arguments);
    return modules == null ? PlainBuild.read(arguments) : modules;
  }

  /**
   * Runs it; answers with the exit code.
   *
   * @throws dev.parka.runtime.ParkaException if the work cannot be done
   */
  int run(PrintWriter out, PrintWriter err);
}
