package dev.parka.junit;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.verify.boot.Ending;
import dev.parka.verify.boot.ExecResult;
import dev.parka.verify.boot.RunningImage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.AbstractAssert;

/** Assertions about an image that runs. */
public final class RunningImageAssert extends AbstractAssert<RunningImageAssert, RunningImage> {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int OK = 200;
  private static final int REDIRECT = 300;
  private static final int LINES = 30;

  RunningImageAssert(RunningImage actual) {
    super(actual, RunningImageAssert.class);
  }

  /** A GET request of a path at the image's first port is answered with a status of 200 to 299. */
  public RunningImageAssert answers(String path) {
    isNotNull();
    ask(path);
    return this;
  }

  /** The same with a body that contains this text. */
  public RunningImageAssert answers(String path, String text) {
    isNotNull();
    String body = ask(path);
    if (!body.contains(text)) {
      failWithMessage(
          "expected an answer of %s with '%s', found:%n%s%s", path, text, body, printed());
    }
    return this;
  }

  private String ask(String path) {
    URI uri = actual.uri(path);
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
    try {
      HttpResponse<String> answer =
          HttpClient.newBuilder()
              .connectTimeout(PATIENCE)
              .build()
              .send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() < OK || answer.statusCode() >= REDIRECT) {
        failWithMessage(
            "expected status 2xx at %s, found %s:%n%s%s",
            path, answer.statusCode(), answer.body(), printed());
      }
      return answer.body();
    } catch (IOException e) {
      throw failure("expected status 2xx at %s, found no answer: %s%s", path, e, printed());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("interrupted while %s was asked for", path);
    }
  }

  /**
   * It prints a line in which a regular expression is found, within ten seconds, or has done so.
   */
  public RunningImageAssert hasLogLine(String expression) {
    isNotNull();
    try {
      actual.awaitLine(expression, PATIENCE);
    } catch (ParkaException e) {
      throw failure("expected a line with '%s'%s", expression, printed());
    }
    return this;
  }

  /** It has printed no line in which a regular expression is found. */
  public RunningImageAssert doesNotHaveLogLine(String expression) {
    isNotNull();
    Pattern pattern = Pattern.compile(expression);
    List<String> found =
        actual.log().stream().filter(line -> pattern.matcher(line).find()).toList();
    if (!found.isEmpty()) {
      failWithMessage("expected no line with '%s', found:%n  | %s", expression, found.get(0));
    }
    return this;
  }

  /** It still runs. */
  public RunningImageAssert isRunning() {
    isNotNull();
    if (!actual.isRunning()) {
      failWithMessage(
          "expected it to run, and it has ended with exit code %s%s",
          actual.exitCode().orElse(-1), printed());
    }
    return this;
  }

  /** It ends by itself with this exit code, within a minute. */
  public RunningImageAssert exits(int code) {
    isNotNull();
    try {
      int found = actual.awaitExit(Duration.ofMinutes(1));
      if (found != code) {
        failWithMessage("expected exit code %s, found %s%s", code, found, printed());
      }
    } catch (ParkaException e) {
      throw failure("expected exit code %s, and it still runs%s", code, printed());
    }
    return this;
  }

  /** The image's java succeeds with other arguments, beside the application. */
  public RunningImageAssert runs(String... arguments) {
    isNotNull();
    ExecResult result = actual.exec(arguments);
    if (!result.isGood()) {
      failWithMessage(
          "expected java %s to succeed, found exit code %s:%n%s",
          String.join(" ", Arrays.asList(arguments)), result.exitCode(), result.text());
    }
    return this;
  }

  /** It ends when it is told to, in the grace period, as the signal explains. It runs no more. */
  public RunningImageAssert stopsCleanly() {
    isNotNull();
    Ending ending = actual.stop();
    if (!ending.isClean()) {
      failWithMessage(
          "expected a clean end, found exit code %s after %s ms%s",
          ending.exitCode(), ending.after().toMillis(), printed());
    }
    return this;
  }

  private String printed() {
    List<String> log = actual.log();
    StringBuilder text =
        new StringBuilder(log.isEmpty() ? "\nit printed nothing" : "\nit printed:");
    log.stream()
        .skip(Math.max(0, log.size() - LINES))
        .forEach(line -> text.append("\n  | ").append(Printable.of(line)));
    return text.toString();
  }
}
