package dev.parka.image;

import java.time.Duration;

/** Something that happens during a build. */
public sealed interface BuildEvent {

  /** What is being done. */
  Step step();

  /** A step of a build, in the order in which they come. */
  enum Step {
    /** Bringing the image that another stands on to the disk. */
    BASE("fetching the base image"),
    /** Finding the modules that the application needs. */
    INFER("finding modules"),
    /** Finding the classes that the application does not lead to, where they are left out. */
    CLASSES("finding unreferenced classes"),
    /** Looking for a run-time image that another machine has linked. */
    FETCH("asking the shared cache"),
    /** Linking the run-time image. */
    LINK("linking the run-time image"),
    /** Gathering the shared libraries under it. */
    ROOT_FILE_SYSTEM("gathering shared libraries"),
    /** Repacking jars. */
    APPLICATION("repacking jars"),
    /** Making what the JVM starts faster with. */
    STARTUP("making the start-up archive"),
    /** Writing and compressing layers. */
    LAYERS("writing layers"),
    /** Giving the run-time image to other machines. */
    SHARE("filling the shared cache"),
    /** Verifying the image. */
    VERIFY("verifying"),
    /** Weighing the parts of the image for a report. */
    REPORT("weighing"),
    /** Sending the image to a registry. */
    PUSH("pushing");

    private final String label;

    Step(String label) {
      this.label = label;
    }

    @Override
    public String toString() {
      return label;
    }
  }

  /** A step begins. */
  record Started(Step step) implements BuildEvent {}

  /** What a step makes was found in the cache. */
  record Remembered(Step step) implements BuildEvent {}

  /** Something about a step that is worth knowing, and stops nothing. */
  record Note(Step step, String text) implements BuildEvent {}

  /**
   * Part of a step is done.
   *
   * @param what the part, such as the kind of a layer
   * @param done bytes of it so far, at most the total
   * @param total bytes of all of it
   */
  record Progress(Step step, String what, long done, long total) implements BuildEvent {}

  /** A step has come to its end. */
  record Finished(Step step, Duration took) implements BuildEvent {}
}
