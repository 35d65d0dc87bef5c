package dev.parka.image;

import dev.parka.annotations.Startup;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import dev.parka.runtime.jdk.InstalledJdks;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.spec.ImageSpec;
import dev.parka.spec.Platform;
import java.util.ArrayList;
import java.util.List;

/** What must hold before a build is worth beginning. */
final class Preconditions {

  private Preconditions() {}

  /**
   * Finds everything that cannot work.
   *
   * @throws ParkaException with all of it
   */
  static void check(ImageSpec spec, BuildInputs inputs, Jdk jdk) {
    List<Problem> problems = new ArrayList<>();
    if (inputs.path().isEmpty()) {
      problems.add(
          new Problem(
              ImageProblem.NO_CLASS_PATH,
              "no class path was given for " + spec.application().mainClass(),
              "name the application's jar and those that it depends on"));
    }
    Startup startup = spec.application().startup();
    if (!inputs.path().modulePath().entries().isEmpty()
        && (startup == Startup.APP_CDS || startup == Startup.AOT_CACHE)) {
      problems.add(
          new Problem(
              ImageProblem.STARTUP_ON_MODULE_PATH,
              "the image wants an archive of the application's classes, and they are on the module"
                  + " path",
              "put the jars on the class path, or want the default archive (cds) or none"));
    }
    spec.runtime()
        .javaVersion()
        .ifPresent(
            wanted -> {
              if (wanted != jdk.featureVersion()) {
                problems.add(
                    new Problem(
                        ImageProblem.WRONG_JAVA_VERSION,
                        "the image wants Java "
                            + wanted
                            + " and the JDK in "
                            + jdk.home()
                            + " is "
                            + jdk.version(),
                        "name a JDK "
                            + wanted
                            + ", or leave javaVersion out (here are: "
                            + InstalledJdks.ofThisMachine().describe()
                            + ")"));
              }
            });
    Platform here = new Platform(jdk.architecture());
    List<Platform> wanted = spec.runtime().platforms();
    if (!wanted.isEmpty() && !wanted.equals(List.of(here))) {
      problems.add(
          new Problem(
              ImageProblem.PLATFORM_NOT_AT_HAND,
              "the image wants " + wanted + " and the JDK in " + jdk.home() + " is for " + here,
              "name a JDK for each platform, as in --jdk linux/arm64=<source>"));
    }
    if (!problems.isEmpty()) {
      throw new ParkaException(problems);
    }
  }
}
