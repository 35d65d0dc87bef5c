package dev.parka.verify.boot;

import dev.parka.spec.StopSignal;
import dev.parka.verify.boot.BootResult.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Watches a started image until it has done what it must, or has not. */
record BootRun(RunningImage image, Started started) {

  private static final Duration POLL = Duration.ofMillis(5);

  /** What was seen. */
  record Seen(
      Outcome outcome, Optional<Duration> answeredAfter, OptionalInt exitCode, String reason) {}

  /** What it has mapped once it is ready; nothing if it has ended, or nobody may look. */
  record Watched(Seen seen, Set<String> mapped) {}

  /** Asks once; empty text is a good answer, other text the reason why it is none. */
  private interface Question {
    String ask() throws InterruptedException;
  }

  /** Waits until it has done what it must, and sees that it ends when it is told to. */
  Watched watch() throws CannotStart, IOException, InterruptedException {
    Seen ready = untilReady();
    if (ready.exitCode().isPresent() || ready.outcome() != Outcome.BOOTED) {
      return new Watched(ready, Set.of());
    }
    Set<String> mapped = process().mapped();
    return new Watched(stop(ready.answeredAfter()), mapped);
  }

  /** Waits until it has done what it must. */
  Seen untilReady() throws InterruptedException {
    Probe probe = started.probe();
    if (probe instanceof Probe.Tcp tcp) {
      return untilAnswer(() -> accepts(tcp.port()) ? "" : "no connection");
    }
    if (probe instanceof Probe.Http http) {
      return untilAnswer(
          () -> {
            if (!process().listens(http.port()).orElse(true)) {
              return "no answer";
            }
            String status = Probing.status(image.port(http.port()), http.path());
            return Probing.isSuccess(status) ? "" : status;
          });
    }
    if (probe instanceof Probe.LogLine line) {
      return untilAnswer(() -> hasLine(line.line()) ? "" : "no such line");
    }
    if (probe instanceof Probe.Custom custom) {
      return untilAnswer(() -> ask(custom));
    }
    if (probe instanceof Probe.Launch) {
      return new Seen(Outcome.BOOTED, Optional.of(process().age()), OptionalInt.empty(), "");
    }
    return probe instanceof Probe.Exit exit ? untilEnd(exit) : untilEnd(new Probe.Exit(0));
  }

  private BootedProcess process() {
    return image.process();
  }

  /** Who connects to nothing is content with what the kernel says of who listens. */
  private boolean accepts(int port) {
    Optional<Boolean> listens = process().listens(port);
    return image.isReached() ? listens.orElse(true) && image.accepts(port) : listens.orElse(false);
  }

  private boolean hasLine(String expression) {
    Pattern pattern = Pattern.compile(expression);
    return image.log().stream().anyMatch(line -> pattern.matcher(line).find());
  }

  @SuppressWarnings("InterruptedExceptionSwallowed") // it is thrown on
  private String ask(Probe.Custom custom) throws InterruptedException {
    try {
      return custom.check().passes(image) ? "" : "it is not so";
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return e.toString();
    }
  }

  private Seen untilEnd(Probe.Exit expected) throws InterruptedException {
    if (!process().hasEndedWithin(started.plan().timeout())) {
      return timedOut("still running");
    }
    Duration age = process().age();
    int code = process().exitCode();
    if (code != expected.code()) {
      return exited(age);
    }
    if (process().output().isPresent()) {
      process().output().get().awaitEnd();
    }
    if (expected.line().isPresent() && !hasLine(expected.line().get())) {
      return new Seen(
          Outcome.EXITED,
          Optional.empty(),
          OptionalInt.of(code),
          "no line with '" + expected.line().get() + "'");
    }
    return new Seen(Outcome.BOOTED, Optional.of(age), OptionalInt.of(code), "");
  }

  private Seen untilAnswer(Question question) throws InterruptedException {
    String answer = "no answer";
    Duration timeout = started.plan().timeout();
    while (process().age().compareTo(timeout) < 0) {
      boolean hasEnded = process().hasEndedWithin(POLL);
      // A line may have come with the end.
      answer = question.ask();
      if (answer.isEmpty()) {
        OptionalInt code = hasEnded ? image.exitCode() : OptionalInt.empty();
        return new Seen(Outcome.BOOTED, Optional.of(process().age()), code, "");
      }
      if (hasEnded) {
        return exited(process().age());
      }
    }
    return timedOut(answer);
  }

  private Seen stop(Optional<Duration> answeredAfter)
      throws CannotStart, IOException, InterruptedException {
    StopSignal stopSignal = started.programs().stopSignal();
    Duration grace = started.plan().grace();
    process().signal(stopSignal);
    if (!process().hasEndedWithin(grace)) {
      return new Seen(
          Outcome.NOT_STOPPED,
          answeredAfter,
          OptionalInt.empty(),
          "still running " + BootResult.seconds(grace) + " after " + stopSignal);
    }
    int code = process().exitCode();
    boolean isClean = BootedProcess.isCleanEnd(code, stopSignal);
    return new Seen(
        isClean ? Outcome.BOOTED : Outcome.STOPPED_BADLY,
        answeredAfter,
        OptionalInt.of(code),
        isClean ? "" : "exit code " + code + " after " + stopSignal);
  }

  private Seen exited(Duration age) {
    int code = process().exitCode();
    return new Seen(
        Outcome.EXITED,
        Optional.empty(),
        OptionalInt.of(code),
        "exit code " + code + " after " + BootResult.seconds(age));
  }

  private Seen timedOut(String what) {
    return new Seen(
        Outcome.TIMED_OUT,
        Optional.empty(),
        OptionalInt.empty(),
        what + " after " + BootResult.seconds(started.plan().timeout()));
  }
}
