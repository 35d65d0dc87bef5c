package dev.parka.image;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.classes.JarManifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Finds the main class that a class path itself names. */
public final class MainClassFinder {

  private MainClassFinder() {}

  /**
   * The {@code Main-Class} of the first entry's manifest.
   *
   * @throws ParkaException [BadJar] if the manifest cannot be read, [BadClassName] if it names none
   */
  public static Optional<ClassName> find(ClassPath classPath) {
    String name = manifest(classPath).getValue(Attributes.Name.MAIN_CLASS);
    return name == null ? Optional.empty() : Optional.of(new ClassName(name.strip()));
  }

  /**
   * The class that an image of the class path runs: the same, but what the launcher of an
   * executable jar starts, as an image needs no launcher.
   *
   * @throws ParkaException as {@link #find} does
   */
  public static Optional<ClassName> findStarted(ClassPath classPath) {
    return ExecutableJar.on(classPath).map(ExecutableJar::startClass).or(() -> find(classPath));
  }

  /** The main attributes of the first entry's manifest; none if there is none. */
  static Attributes manifest(ClassPath classPath) {
    if (classPath.entries().isEmpty()) {
      return new Attributes();
    }
    Path first = classPath.entries().get(0);
    try {
      return attributes(first);
    } catch (IOException e) {
      throw new ParkaException(
          RuntimeProblem.BAD_JAR,
          "the manifest of " + first + " cannot be read: " + e.getMessage(),
          "build the jar again, or name the main class",
          e);
    }
  }

  private static Attributes attributes(Path entry) throws IOException {
    if (!Files.isDirectory(entry)) {
      return JarManifest.of(entry);
    }
    Path file = entry.resolve(JarFile.MANIFEST_NAME);
    if (!Files.isRegularFile(file)) {
      return new Attributes();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new Manifest(in).getMainAttributes();
    }
  }
}
