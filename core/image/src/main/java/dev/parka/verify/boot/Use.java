package dev.parka.verify.boot;

/**
 * What a started image is for.
 *
 * @param isHeard whether what it prints is kept; else it goes where this JVM's output goes
 * @param isReached whether anybody is going to connect to its ports; else it is only looked up who
 *     listens
 */
record Use(boolean isHeard, boolean isReached) {

  /** What whoever keeps it running does with it. */
  static Use running(boolean isHeard) {
    return new Use(isHeard, true);
  }

  /** What a plan's probe does with it. */
  static Use probed(BootPlan plan) {
    boolean connects =
        plan.probe().filter(p -> p instanceof Probe.Http || p instanceof Probe.Custom).isPresent();
    return new Use(true, connects || !ListeningPorts.areTold());
  }
}
