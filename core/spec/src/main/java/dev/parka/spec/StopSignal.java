package dev.parka.spec;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import java.util.regex.Pattern;

/**
 * The signal that stops the application.
 *
 * @param value a name such as {@code SIGTERM} or {@code SIGRTMIN+3}, or a number of 1 to 64
 */
public record StopSignal(String value) {

  private static final Pattern SIGNAL =
      Pattern.compile(
          "SIG(?:HUP|INT|QUIT|ILL|TRAP|ABRT|BUS|FPE|KILL|USR1|SEGV|USR2|PIPE|ALRM|TERM|STKFLT|CHLD"
              + "|CONT|STOP|TSTP|TTIN|TTOU|URG|XCPU|XFSZ|VTALRM|PROF|WINCH|IO|PWR|SYS"
              + "|RTMIN(?:\\+(?:[1-9]|1[0-5]))?|RTMAX(?:-(?:[1-9]|1[0-4]))?)"
              + "|[1-9]|[1-5][0-9]|6[0-4]");

  /**
   * Checks the name.
   *
   * @throws ParkaException [BadStopSignal] if there is no such signal
   */
  public StopSignal {
    if (!SIGNAL.matcher(value).matches()) {
      throw new ParkaException(
          SpecProblem.BAD_STOP_SIGNAL,
          "'" + Printable.of(value) + "' is no signal",
          "use a name such as SIGTERM or SIGINT, or a number of 1 to 64");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
