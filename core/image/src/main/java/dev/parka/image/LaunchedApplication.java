package dev.parka.image;

import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.spec.ImageSpec;
import java.io.IOException;
import java.util.Optional;

/**
 * An application as java launches it in an image: a module if the main class is in one, and an
 * executable jar taken apart.
 *
 * @param spec with the class and the module that are launched
 * @param path where java finds them
 * @param executable what was taken apart
 */
record LaunchedApplication(
    ImageSpec spec, ApplicationPath path, Optional<ExecutableJar> executable) {

  /** Finds out how it is launched; what is taken apart goes to the workshop. */
  static LaunchedApplication of(ImageSpec spec, ApplicationPath path, Jdk jdk, Workshop workshop)
      throws IOException {
    ClassName mainClass = spec.application().mainClass();
    Optional<ExecutableJar> executable = path.executable(mainClass);
    if (executable.isEmpty()) {
      return new LaunchedApplication(path.modular(spec, jdk), path, executable);
    }
    ExecutableJar jar = executable.get();
    return new LaunchedApplication(
        spec.withMainClass(jar.started(mainClass)), path.takenApart(jar, workshop), executable);
  }
}
