package dev.parka.verify.boot;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;

/** What is said when an image cannot be run as somebody wants it. */
final class Failures {

  private static final int LINES = 20;

  private Failures() {}

  static ParkaException cannotStart(CannotStart e) {
    return new ParkaException(
        BootProblem.CANNOT_START,
        "the image cannot be started: " + Printable.of(e.reason()),
        "look at the image, or allow it in one more way",
        e);
  }

  static ParkaException notReady(Started started, BootRun.Seen seen, List<String> output) {
    return new ParkaException(
        BootProblem.NOT_READY,
        "expected "
            + started.probe().expectation()
            + ", found "
            + seen.reason()
            + " ("
            + started.place().isolation()
            + ")"
            + lines(output),
        "look at its output, or give it more time");
  }

  static ParkaException noSuchLine(String pattern, Duration timeout, List<String> output) {
    return new ParkaException(
        BootProblem.NO_SUCH_LINE,
        "no line with '" + pattern + "' in " + BootResult.seconds(timeout) + lines(output),
        "look at what it printed, or wait longer");
  }

  static ParkaException cannotExec(CannotStart e) {
    return new ParkaException(
        BootProblem.CANNOT_EXEC,
        "the image's java cannot be run: " + Printable.of(e.reason()),
        "run it while the application runs, in an image whose entrypoint is java",
        e);
  }

  static ParkaException noPort() {
    return new ParkaException(
        BootProblem.NO_PORT,
        "the image says of no TCP port that it listens to it",
        "name the port, or have the image expose it");
  }

  static ParkaException stillRunning(Duration timeout) {
    return new ParkaException(
        BootProblem.STILL_RUNNING,
        "the image still runs after " + BootResult.seconds(timeout),
        "wait longer, or stop it");
  }

  static InterruptedIOException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return (InterruptedIOException)
        new InterruptedIOException("interrupted while an image ran").initCause(e);
  }

  private static String lines(List<String> output) {
    StringBuilder text = new StringBuilder();
    output.stream()
        .skip(Math.max(0, output.size() - LINES))
        .forEach(line -> text.append("\n  | ").append(Printable.of(line)));
    return text.append(output.isEmpty() ? "" : "\n").toString();
  }
}
