package dev.parka.verify.boot;

import dev.parka.spec.StopSignal;
import java.util.List;
import java.util.OptionalInt;

/**
 * How an image was started.
 *
 * @param place what it runs in
 * @param probe what it must do
 * @param plan in what time
 * @param programs what stops it and what else there is to run
 * @param notes what a reader should know
 */
record Started(Place place, Probe probe, BootPlan plan, Programs programs, List<String> notes) {

  Started {
    notes = List.copyOf(notes);
  }

  /**
   * What an image runs in.
   *
   * @param isolation what it is kept in
   * @param network the network that it has
   * @param user who runs it
   */
  record Place(Isolation isolation, Network network, String user) {}

  /**
   * What stops it and what else there is to run.
   *
   * @param stopSignal what tells it to end
   * @param java its java launcher; empty text if it has none
   * @param firstPort the first TCP port that it says it listens to, if it says so
   */
  record Programs(StopSignal stopSignal, String java, OptionalInt firstPort) {}
}
