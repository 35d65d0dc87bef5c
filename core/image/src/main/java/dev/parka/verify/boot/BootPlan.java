package dev.parka.verify.boot;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How to start an image.
 *
 * @param probe what it must do; when empty, accept a connection at its first TCP port, or a dry run
 *     if it has none
 * @param timeout in which it must do that
 * @param grace in which it must end when it is told to
 * @param ways the isolations to try, the strongest first
 */
public record BootPlan(
    Optional<Probe> probe, Duration timeout, Duration grace, Set<Isolation> ways) {

  /** The usual probe within 60 seconds, 10 seconds to end, whatever isolation is to be had. */
  public static final BootPlan DEFAULT =
      new BootPlan(
          Optional.empty(),
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          EnumSet.allOf(Isolation.class));

  /**
   * Copies the set.
   *
   * @throws IllegalArgumentException if there is no way
   */
  public BootPlan {
    ways = Collections.unmodifiableSet(EnumSet.copyOf(ways));
  }

  /** The same with a probe. */
  public BootPlan withProbe(Probe wanted) {
    return new BootPlan(Optional.of(wanted), timeout, grace, ways);
  }

  /** The same with other times. */
  public BootPlan within(Duration newTimeout, Duration newGrace) {
    return new BootPlan(probe, newTimeout, newGrace, ways);
  }

  /** The same with some isolations alone. */
  public BootPlan only(Isolation first, Isolation... more) {
    return new BootPlan(probe, timeout, grace, EnumSet.of(first, more));
  }
}
