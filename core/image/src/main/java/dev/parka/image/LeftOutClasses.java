package dev.parka.image;

import dev.parka.plan.ImagePlan;
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
            inputs.classPath().sources(),
            spec,
            plan.runtime().modules(),
            inputs.runtime().keptClasses());
  }

  /** The warning, if anything is left out. */
  static Optional<Problem> warning(ExcludedResources found) {
    int files = found.patterns().size();
    return files == 0
        ? Optional.empty()
        : Optional.of(
            new Problem(
                ImageProblem.CLASSES_LEFT_OUT,
                files
                    + " files of the JDK are left out, and code that makes up their names at run"
                    + " time fails without them",
                "record runs and give them as traces, or name what has to stay with keepClasses or"
                    + " --keep-classes"));
  }
}
