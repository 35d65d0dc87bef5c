package dev.parka.verify.boot;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * What came of starting an image.
 *
 * @param isolation how it was started
 * @param probe what it had to do
 * @param outcome whether it did
 * @param run what was seen
 * @param notes what a reader should know of how it was started
 */
public record BootResult(
    Isolation isolation, Probe probe, Outcome outcome, Run run, List<String> notes) {

  private static final double SECOND = 1000;

  /** Copies the list. */
  public BootResult {
    notes = List.copyOf(notes);
  }

  /** What came of it. */
  public enum Outcome {
    /** It did what the probe asks, and ended when it was told to. */
    BOOTED,
    /** It was not started: another process holds the port. */
    PORT_TAKEN,
    /** It was not started: this machine or the image does not allow it. */
    CANNOT_START,
    /** It ended too early, or with another exit code. */
    EXITED,
    /** It did not do what the probe asks in time. */
    TIMED_OUT,
    /** It did, but did not end when it was told to. */
    NOT_STOPPED,
    /** It did, but ended in another way than the signal explains. */
    STOPPED_BADLY
  }

  /**
   * What was seen.
   *
   * @param user who ran it, such as {@code 65532:65532}
   * @param answeredAfter the time from the start until the probe was content
   * @param exitCode how it ended; 128 and the signal's number if by a signal
   * @param reason why it came out as it did; empty text if all went well
   * @param output the last lines that it printed
   * @param mapped the image's files that it had mapped into its memory when it was ready, by their
   *     paths in the image; empty where nobody saw
   */
  public record Run(
      String user,
      Optional<Duration> answeredAfter,
      OptionalInt exitCode,
      String reason,
      List<String> output,
      Set<String> mapped) {

    /** Copies the collections. */
    public Run {
      output = List.copyOf(output);
      mapped = Collections.unmodifiableSortedSet(new TreeSet<>(mapped));
    }

    /** Where nobody saw its memory. */
    public Run(
        String user,
        Optional<Duration> answeredAfter,
        OptionalInt exitCode,
        String reason,
        List<String> output) {
      this(user, answeredAfter, exitCode, reason, output, Set.of());
    }
  }

  /** What happened, such as {@code exit code 1 after 0.21 s}. */
  public String fact() {
    return run.reason();
  }

  /** Whether all went well. */
  public boolean isGood() {
    return outcome == Outcome.BOOTED;
  }

  @Override
  public String toString() {
    if (!isGood()) {
      return "not booted: " + fact();
    }
    return "booted in "
        + seconds(run.answeredAfter().orElse(Duration.ZERO))
        + " as "
        + run.user()
        + " ("
        + isolation
        + "): "
        + probe.achievement();
  }

  static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.2f s", time.toMillis() / SECOND);
  }
}
