package dev.parka.cli;

import dev.parka.dockerfile.Dockerfile;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes the generated files; a Dockerfile that somebody wrote by hand is never overwritten. */
final class GeneratedFiles {

  private GeneratedFiles() {}

  static void write(Path directory, String dockerfile, String rootModules) {
    Path file = directory.resolve("Dockerfile");
    try {
      Files.createDirectories(directory);
      if (Files.exists(file) && !Dockerfile.isOurs(Files.readString(file))) {
        throw new ParkaException(
            RuntimeProblem.CANNOT_WRITE,
            file + " cannot be written: the one that is there was not written by Parka",
            "move it away, or choose another directory");
      }
      replace(file, dockerfile);
      replace(directory.resolve("root-modules.txt"), rootModules);
    } catch (IOException e) {
      throw new ParkaException(
          RuntimeProblem.CANNOT_WRITE,
          file + " cannot be written: " + e.getMessage(),
          "choose another directory",
          e);
    }
  }

  private static void replace(Path file, String text) throws IOException {
    Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), ".parka", null);
    try {
      Files.writeString(beside, text);
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
