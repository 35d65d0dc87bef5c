package dev.parka.image;

import dev.parka.dockerfile.DockerfileProblem;
import dev.parka.dockerfile.NestedFolders;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.classes.ModulePath;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.spec.ImageSpec;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** An application of which a Dockerfile is made, launched there as in a build without a daemon. */
public final class DockerfileApplication implements AutoCloseable {

  private final LaunchedApplication launched;
  private final boolean hasLibraries;
  private final Jdk jdk;
  private final Workshop workshop;

  private DockerfileApplication(
      LaunchedApplication launched, boolean hasLibraries, Jdk jdk, Workshop workshop) {
    this.launched = launched;
    this.hasLibraries = hasLibraries;
    this.jdk = jdk;
    this.workshop = workshop;
  }

  /**
   * Looks how an application is launched.
   *
   * @param jdk the JDK whose feature version the image has
   * @throws ParkaException [ClassesBesideModules] if there are both a class path and a module path;
   *     as a build does if either cannot be read
   */
  public static DockerfileApplication of(
      ImageSpec spec, ClassPath classPath, ModulePath modulePath, Jdk jdk) {
    boolean isModular = !modulePath.entries().isEmpty();
    if (isModular && !classPath.entries().isEmpty()) {
      throw new ParkaException(
          DockerfileProblem.CLASSES_BESIDE_MODULES,
          "a Dockerfile has one directory of libraries, which cannot lie on the class path and on"
              + " the module path",
          "name all jars on one of both, or build the image without a Dockerfile");
    }
    ApplicationPath path = ApplicationPath.NONE.withClassPath(classPath).withModulePath(modulePath);
    int entries = classPath.entries().size() + modulePath.entries().size();
    try {
      Workshop workshop = Workshop.open();
      try {
        LaunchedApplication launched = LaunchedApplication.of(spec, path, jdk, workshop);
        return new DockerfileApplication(launched, entries > 1, jdk, workshop);
      } catch (IOException | RuntimeException e) {
        workshop.close();
        throw e;
      }
    } catch (IOException e) {
      throw new ParkaException(
          RuntimeProblem.CANNOT_WRITE,
          "the application cannot be looked into: " + e.getMessage(),
          "set java.io.tmpdir to a directory with room",
          e);
    }
  }

  /** The specification with what is launched. */
  public ImageSpec spec() {
    return launched.spec();
  }

  /** The same with the flags that the manifest asks for. */
  public ImageSpec flaggedSpec() {
    return ManifestFlags.on(spec(), launched.path().classPath(), jdk.featureVersion());
  }

  /** What java loads classes from. */
  public List<ClassSource> sources() {
    return launched.path().sources(spec(), jdk);
  }

  /** Whether there is more than one jar or directory to copy. */
  public boolean hasLibraries() {
    return hasLibraries;
  }

  /** Where an executable jar has what it consists of. */
  public Optional<NestedFolders> nested() {
    return launched.executable().map(jar -> new NestedFolders(jar.classes(), jar.libraries()));
  }

  @Override
  public void close() {
    workshop.close();
  }
}
