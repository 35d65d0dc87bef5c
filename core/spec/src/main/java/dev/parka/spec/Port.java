package dev.parka.spec;

import dev.parka.runtime.ParkaException;

/**
 * A port that the application listens on, such as {@code 8080/tcp}.
 *
 * @param number 1 to 65535
 * @param protocol TCP or UDP
 */
public record Port(int number, Protocol protocol) implements Comparable<Port> {

  private static final int MAX = 65535;

  /** The transport protocol. */
  public enum Protocol {
    /** Streams. */
    TCP("tcp"),
    /** Datagrams. */
    UDP("udp");

    private final String ociName;

    Protocol(String ociName) {
      this.ociName = ociName;
    }
  }

  /**
   * Checks the number.
   *
   * @throws ParkaException [PortOutOfRange] if it is below 1 or above 65535
   */
  public Port {
    if (number < 1 || number > MAX) {
      throw new ParkaException(
          SpecProblem.PORT_OUT_OF_RANGE, number + " is no port", "use 1 to " + MAX);
    }
  }

  @Override
  public int compareTo(Port other) {
    int byNumber = Integer.compare(number, other.number);
    return byNumber != 0 ? byNumber : protocol.compareTo(other.protocol);
  }

  @Override
  public String toString() {
    return number + "/" + protocol.ociName;
  }
}
