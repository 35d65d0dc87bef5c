package dev.parka.verify.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How much a started image may have.
 *
 * @param memory bytes that one process may have to write to; a virtual machine that wants more dies
 *     of it
 * @param processes processes and threads that its user may have
 */
public record Limits(OptionalLong memory, OptionalInt processes) {

  /** As much as there is. */
  public static final Limits NONE = new Limits(OptionalLong.empty(), OptionalInt.empty());

  /**
   * Checks both.
   *
   * @throws IllegalArgumentException if one is not positive
   */
  public Limits {
    if (memory.orElse(1) < 1 || processes.orElse(1) < 1) {
      throw new IllegalArgumentException("limits of nothing: " + memory + ", " + processes);
    }
  }

  /** Whether there is one. */
  boolean isAny() {
    return memory.isPresent() || processes.isPresent();
  }

  /** Options of {@code prlimit}. */
  List<String> resources() {
    List<String> options = new ArrayList<>();
    // Address space is what a virtual machine reserves plenty of; data is what it may write to.
    memory.ifPresent(bytes -> options.add("--data=" + bytes));
    processes.ifPresent(count -> options.add("--nproc=" + count));
    return options;
  }

  /** Options of {@code podman run} and {@code docker run}. */
  List<String> engineOptions() {
    List<String> options = new ArrayList<>();
    memory.ifPresent(bytes -> options.add("--memory=" + bytes + "b"));
    processes.ifPresent(count -> options.add("--pids-limit=" + count));
    return options;
  }
}
