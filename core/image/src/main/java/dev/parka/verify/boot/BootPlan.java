package dev.parka.verify.boot;

import java.time.Duration;
import java.util.Optional;

/**
 * How to start an image, and what it must do.
 *
 * @param probe what it must do; when empty, accept a connection at its first TCP port, or a dry run
 *     if it has none
 * @param timeout in which it must do that
 * @param grace in which it must end when it is told to
 * @param run how it is run
 */
public record BootPlan(Optional<Probe> probe, Duration timeout, Duration grace, RunPlan run) {

  /** The usual probe within 60 seconds, 10 seconds to end, whatever isolation is to be had. */
  public static final BootPlan DEFAULT =
      new BootPlan(
          Optional.empty(), Duration.ofSeconds(60), Duration.ofSeconds(10), RunPlan.DEFAULT);

  /** The same with a probe. */
  public BootPlan withProbe(Probe wanted) {
    return new BootPlan(Optional.of(wanted), timeout, grace, run);
  }

  /** The same with other times. */
  public BootPlan within(Duration newTimeout, Duration newGrace) {
    return new BootPlan(probe, newTimeout, newGrace, run);
  }

  /** The same with some isolations alone. */
  public BootPlan only(Isolation first, Isolation... more) {
    return in(run.confinement().only(first, more));
  }

  /** The same, kept in something else. */
  public BootPlan in(Confinement confinement) {
    return running(run.in(confinement));
  }

  /** The same, run in another way. */
  public BootPlan running(RunPlan other) {
    return new BootPlan(probe, timeout, grace, other);
  }
}
