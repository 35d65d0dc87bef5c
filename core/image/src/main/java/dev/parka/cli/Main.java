package dev.parka.cli;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Where {@code parka-cli} starts. */
public final class Main {

  private Main() {}

  /** Runs a command and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs a command, which writes UTF-8 in every locale; answers with its exit code. */
  static int run(String... arguments) {
    PrintWriter out = writer(System.out);
    PrintWriter err = writer(System.err);
    PlainCommand plain = PlainCommand.read(arguments);
    return plain == null
        ? RootCommand.commandLine(arguments).setOut(out).setErr(err).execute(arguments)
        : run(plain, out, err);
  }

  static int run(PlainCommand plain, PrintWriter out, PrintWriter err) {
    try {
      return plain.run(out, err);
    } catch (RuntimeException e) {
      return report(e, err);
    }
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  /** Tells of a failure; answers with the exit code. */
  static int report(Exception failure, PrintWriter err) {
    if (failure instanceof ParkaException e) {
      for (Problem problem : e.problems()) {
        err.println("error: " + problem);
      }
    } else {
      err.println("error: [InternalError] this is a defect of Parka; please report it with:");
      failure.printStackTrace(err);
    }
    err.flush();
    return ExitCode.FAILURE;
  }
}
