package dev.parka.plan;

import dev.parka.runtime.Problem;
import dev.parka.runtime.strip.StripKind;
import dev.parka.spec.ImageSpec;
import dev.parka.spec.SpecProblem;
import java.util.Optional;

/** Classes of the JDK that an image is to do without, where a Dockerfile makes it. */
public final class PlannedClasses {

  private PlannedClasses() {}

  /**
   * What to tell whoever gets a Dockerfile: its image has every class, because jlink there would
   * have to be told what another JDK's classes lead to.
   */
  public static Optional<Problem> warning(ImageSpec spec) {
    return spec.runtime().leanness().strips().contains(StripKind.UNREFERENCED_CLASSES)
        ? Optional.of(
            new Problem(
                SpecProblem.CLASSES_NOT_PORTABLE,
                "the Dockerfile leaves out no " + StripKind.UNREFERENCED_CLASSES,
                "build the image without a daemon, or do not ask for it"))
        : Optional.empty();
  }
}
