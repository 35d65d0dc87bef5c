package dev.parka.verify.boot;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a started image is kept in.
 *
 * @param ways the isolations to try, the strongest first
 * @param network the network that it has
 * @param isReadOnly whether it can write to nothing but {@code /tmp} and its volumes, which are
 *     empty then
 * @param limits how much it may have
 */
public record Confinement(Set<Isolation> ways, Network network, boolean isReadOnly, Limits limits) {

  /** Whatever isolation is to be had, a network of its own, a root that can be written to. */
  public static final Confinement DEFAULT =
      new Confinement(EnumSet.allOf(Isolation.class), Network.OWN, false, Limits.NONE);

  /**
   * Copies the set.
   *
   * @throws IllegalArgumentException if there is no way
   */
  public Confinement {
    ways = Collections.unmodifiableSet(EnumSet.copyOf(ways));
  }

  /** The same with some isolations alone. */
  public Confinement only(Isolation first, Isolation... more) {
    return new Confinement(EnumSet.of(first, more), network, isReadOnly, limits);
  }

  /** The same with another network. */
  public Confinement on(Network other) {
    return new Confinement(ways, other, isReadOnly, limits);
  }

  /** The same with a root that cannot be written to. */
  public Confinement readOnly() {
    return new Confinement(ways, network, true, limits);
  }

  /** The same with limits. */
  public Confinement limitedTo(Limits other) {
    return new Confinement(ways, network, isReadOnly, other);
  }
}
