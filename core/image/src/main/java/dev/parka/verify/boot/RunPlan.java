package dev.parka.verify.boot;

import dev.parka.spec.Port;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How to run an image.
 *
 * @param confinement what it is kept in
 * @param ports ports of this machine's loopback address by the image's; 0 is any that is free,
 *     which the image's own ports that are not named have, too
 * @param environment {@code NAME=value}, beside the image's own and before them
 * @param arguments what its entrypoint is given instead of the image's own arguments, if anything
 */
public record RunPlan(
    Confinement confinement,
    SortedMap<Integer, Integer> ports,
    List<String> environment,
    Optional<List<String>> arguments) {

  /** As the image itself says. */
  public static final RunPlan DEFAULT =
      new RunPlan(Confinement.DEFAULT, new TreeMap<>(), List.of(), Optional.empty());

  /**
   * Copies the collections.
   *
   * @throws dev.parka.runtime.ParkaException [PortOutOfRange]
   * @throws IllegalArgumentException if a variable has no name
   */
  public RunPlan {
    ports = Collections.unmodifiableSortedMap(new TreeMap<>(ports));
    ports.forEach(RunPlan::check);
    environment = List.copyOf(environment);
    environment.forEach(RunPlan::check);
    arguments = arguments.map(List::copyOf);
  }

  private static void check(int inner, int outer) {
    Port port = new Port(inner, Port.Protocol.TCP);
    if (outer != 0) {
      port = new Port(outer, port.protocol());
    }
  }

  private static void check(String variable) {
    if (variable.indexOf('=') < 1) {
      throw new IllegalArgumentException("no NAME=value: " + variable);
    }
  }

  /** The same, kept in something else. */
  public RunPlan in(Confinement other) {
    return new RunPlan(other, ports, environment, arguments);
  }

  /** The same with a port of the image at one of this machine's loopback address. */
  public RunPlan withPort(int inner, int outer) {
    SortedMap<Integer, Integer> more = new TreeMap<>(ports);
    more.put(inner, outer);
    return new RunPlan(confinement, more, environment, arguments);
  }

  /** The same with a variable more. */
  public RunPlan withVariable(String name, String value) {
    List<String> more = new ArrayList<>(environment);
    more.add(name + "=" + value);
    return new RunPlan(confinement, ports, more, arguments);
  }

  /** The same with arguments for the application. */
  public RunPlan withArguments(List<String> given) {
    return new RunPlan(confinement, ports, environment, Optional.of(given));
  }
}
