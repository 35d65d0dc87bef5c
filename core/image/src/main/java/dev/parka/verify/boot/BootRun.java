package dev.parka.verify.boot;

import dev.parka.spec.StopSignal;
import dev.parka.verify.boot.BootResult.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Watches a started image until it has done what it must, or has not. */
record BootRun(Probe probe, BootPlan plan, StopSignal stopSignal) {

  private static final Duration POLL = Duration.ofMillis(20);

  /** What was seen. */
  record Seen(
      Outcome outcome, Optional<Duration> answeredAfter, OptionalInt exitCode, String reason) {}

  Seen watch(BootedProcess process) throws CannotStart, IOException, InterruptedException {
    if (probe instanceof Probe.Tcp tcp) {
      return untilAnswer(process, () -> Probing.accepts(tcp.port()) ? "" : "no connection");
    }
    if (probe instanceof Probe.Http http) {
      return untilAnswer(
          process,
          () -> {
            String status = Probing.status(http);
            return Probing.isSuccess(status) ? "" : status;
          });
    }
    return untilEnd(process, probe instanceof Probe.Exit exit ? exit.code() : 0);
  }

  /** Asks once; empty text is a good answer, other text the reason why it is none. */
  private interface Question {
    String ask();
  }

  private Seen untilEnd(BootedProcess process, int expected) throws InterruptedException {
    if (!process.hasEndedWithin(plan.timeout())) {
      return timedOut("still running");
    }
    Duration age = process.age();
    int code = process.exitCode();
    return code == expected
        ? new Seen(Outcome.BOOTED, Optional.of(age), OptionalInt.of(code), "")
        : exited(process, age);
  }

  private Seen untilAnswer(BootedProcess process, Question question)
      throws CannotStart, IOException, InterruptedException {
    String answer = "no answer";
    while (process.age().compareTo(plan.timeout()) < 0) {
      if (process.hasEndedWithin(POLL)) {
        return exited(process, process.age());
      }
      answer = question.ask();
      if (answer.isEmpty()) {
        return stop(process, process.age());
      }
    }
    return timedOut(answer);
  }

  private Seen stop(BootedProcess process, Duration answeredAfter)
      throws CannotStart, IOException, InterruptedException {
    process.signal(stopSignal);
    if (!process.hasEndedWithin(plan.grace())) {
      return new Seen(
          Outcome.NOT_STOPPED,
          Optional.of(answeredAfter),
          OptionalInt.empty(),
          "still running " + BootResult.seconds(plan.grace()) + " after " + stopSignal);
    }
    int code = process.exitCode();
    boolean isClean = BootedProcess.isCleanEnd(code, stopSignal);
    return new Seen(
        isClean ? Outcome.BOOTED : Outcome.STOPPED_BADLY,
        Optional.of(answeredAfter),
        OptionalInt.of(code),
        isClean ? "" : "exit code " + code + " after " + stopSignal);
  }

  private static Seen exited(BootedProcess process, Duration age) {
    int code = process.exitCode();
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
        what + " after " + BootResult.seconds(plan.timeout()));
  }
}
