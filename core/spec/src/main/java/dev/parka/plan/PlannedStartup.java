package dev.parka.plan;

import dev.parka.annotations.Startup;
import dev.parka.runtime.Problem;
import dev.parka.runtime.startup.DumpFlags;
import dev.parka.spec.ImageSpec;
import dev.parka.spec.JvmFlag;
import dev.parka.spec.SpecProblem;
import java.util.List;
import java.util.Optional;

/**
 * What makes an application start faster.
 *
 * @param kind the kind of archive
 * @param jvmFlags the flags of the image's java command, which it has to fit
 */
public record PlannedStartup(Startup kind, List<String> jvmFlags) {

  /** Copies the list. */
  public PlannedStartup {
    jvmFlags = List.copyOf(jvmFlags);
  }

  static PlannedStartup of(ImageSpec.Application application) {
    return new PlannedStartup(
        application.startup(), application.jvmFlags().stream().map(JvmFlag::value).toList());
  }

  /** The flags with which the JVM's default archive is made. */
  public List<String> dumpFlags() {
    return DumpFlags.of(jvmFlags);
  }

  /**
   * The same image as a Dockerfile can make it: what takes a training run is left out, because a
   * stage of a build has neither the application's class path with its final times nor its network.
   */
  public static ImageSpec portable(ImageSpec spec) {
    return isPortable(spec) ? spec : spec.withStartup(Startup.NONE);
  }

  /** What to tell whoever gets a Dockerfile of this, if something was left out. */
  public static Optional<Problem> warning(ImageSpec spec) {
    return isPortable(spec)
        ? Optional.empty()
        : Optional.of(
            new Problem(
                SpecProblem.STARTUP_NOT_PORTABLE,
                "the Dockerfile makes no archive for startup "
                    + spec.application().startup()
                    + ": its image starts without one",
                "build the image without a daemon, or use CDS or NONE"));
  }

  private static boolean isPortable(ImageSpec spec) {
    return switch (spec.application().startup()) {
      case NONE, CDS -> true;
      case APP_CDS, AOT_CACHE -> false;
    };
  }
}
