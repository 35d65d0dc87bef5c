package dev.parka.image;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** Finds the main class that a class path itself names. */
public final class MainClassFinder {

  private MainClassFinder() {}

  /**
   * The {@code Main-Class} of the first entry's manifest.
   *
   * @throws ParkaException [BadJar] if the manifest cannot be read, [BadClassName] if it names none
   */
  public static Optional<ClassName> find(ClassPath classPath) {
    if (classPath.entries().isEmpty()) {
      return Optional.empty();
    }
    Path first = classPath.entries().get(0);
    try {
      Manifest manifest = manifest(first);
      if (manifest == null) {
        return Optional.empty();
      }
      return Optional.ofNullable(manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS))
          .map(name -> new ClassName(name.strip()));
    } catch (IOException e) {
      throw new ParkaException(
          RuntimeProblem.BAD_JAR,
          "the manifest of " + first + " cannot be read: " + e.getMessage(),
          "build the jar again, or name the main class",
          e);
    }
  }

  private static @Nullable Manifest manifest(Path entry) throws IOException {
    if (Files.isDirectory(entry)) {
      Path file = entry.resolve(JarFile.MANIFEST_NAME);
      if (!Files.isRegularFile(file)) {
        return null;
      }
      try (InputStream in = Files.newInputStream(file)) {
        return new Manifest(in);
      }
    }
    // Not verified here: a signature says nothing about which class is the main class.
    try (JarFile jar = new JarFile(entry.toFile(), false)) {
      return jar.getManifest();
    }
  }
}
