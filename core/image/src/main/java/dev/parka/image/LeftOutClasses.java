package dev.parka.image;

import dev.parka.plan.ImagePlan;
import dev.parka.plan.ModuleChoice;
import dev.parka.runtime.Problem;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.lean.ExcludedResources;
import dev.parka.runtime.strip.StripKind;
import dev.parka.spec.ImageSpec;
import java.util.Optional;

/** The classes of the JDK that a build leaves out because nothing leads to them. */
final class LeftOutClasses {

  private LeftOutClasses() {}

  static boolean areWanted(ImagePlan plan) {
    return plan.runtime().strips().has(StripKind.UNREFERENCED_CLASSES);
  }

  static ExcludedResources find(ImageSpec spec, BuildInputs inputs, ImagePlan plan, Jdk jdk) {
    return inputs
        .search()
        .unreferenced(
            jdk,
            inputs.path().sources(spec, jdk),
            spec,
            plan.runtime().modules(),
            inputs.runtime().keptClasses());
  }

  /** The warning, if anything is left out. */
  static Optional<Problem> warning(ExcludedResources found, ModuleChoice choice) {
    int files = found.patterns().size();
    if (files == 0) {
      return Optional.empty();
    }
    return Optional.of(choice.isOnlyRecorded() ? farFromRuns(files) : notReached(files));
  }

  private static Problem notReached(int files) {
    return new Problem(
        ImageProblem.CLASSES_LEFT_OUT,
        files
            + " files of the JDK are left out, and code that makes up their names at run"
            + " time fails without them",
        "record runs and give them as traces, or name what has to stay with keepClasses or"
            + " --keep-classes");
  }

  private static Problem farFromRuns(int files) {
    return new Problem(
        ImageProblem.CLASSES_LEFT_OUT,
        files
            + " files of the JDK are left out that recorded runs and the application's own code do"
            + " not lead to in one step, and what no run did may fail without them",
        "record all that the image is for, boot it with --verify and run the same in it, or let the"
            + " runs add to what code leads to (--trace-mode=union)");
  }
}
