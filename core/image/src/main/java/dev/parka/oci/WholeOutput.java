package dev.parka.oci;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.tree.Removal;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Output that appears whole or not at all: written beside its place, then moved there. */
final class WholeOutput {

  private WholeOutput() {}

  /** Something that writes to a path that does not exist yet. */
  @FunctionalInterface
  interface Writer {
    void write(Path beside) throws IOException;
  }

  /** Refuses what cannot become a file, before any work is done for it. */
  static void requireFile(Path file) {
    if (Files.isDirectory(file)) {
      throw cannotWrite(file, "a directory is there", null);
    }
    requireParent(file);
  }

  /** Refuses what cannot become a directory, before any work is done for it. */
  static void requireDirectory(Path directory) {
    if (Files.exists(directory) && !isReplaceable(directory)) {
      throw cannotWrite(directory, "something that is no image layout is there", null);
    }
    requireParent(directory);
  }

  private static void requireParent(Path output) {
    Path parent = output.toAbsolutePath().getParent();
    while (parent != null && !Files.exists(parent)) {
      parent = parent.getParent();
    }
    if (parent == null || !Files.isDirectory(parent)) {
      throw cannotWrite(output, parent + " is no directory", null);
    }
    if (!Files.isWritable(parent)) {
      throw cannotWrite(output, "nothing may be written to " + parent, null);
    }
  }

  /**
   * Writes a file; one that is there is replaced at the end, a directory never. Who is killed
   * leaves what was there before; nobody waits for the disk, as after a loss of power it is made
   * again.
   */
  static void file(Path file, Writer writer) {
    requireFile(file);
    write(file, writer);
  }

  /** Writes a directory; an empty one or an image layout is replaced at the end, nothing else. */
  static void directory(Path directory, Writer writer) {
    requireDirectory(directory);
    write(
        directory,
        beside -> {
          writer.write(beside);
          Removal.of(directory);
        });
  }

  private static void write(Path output, Writer writer) {
    Path absolute = output.toAbsolutePath();
    Path beside =
        absolute.resolveSibling(
            "." + absolute.getFileName() + "." + Long.toHexString(System.nanoTime()) + ".part");
    try {
      Path parent = absolute.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Removal.of(beside);
      writer.write(beside);
      Files.move(
          beside, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw cannotWrite(output, reason(e), e);
    } finally {
      deleteQuietly(beside);
    }
  }

  private static boolean isReplaceable(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      return names.isEmpty() || names.contains("oci-layout");
    } catch (IOException e) {
      return false;
    }
  }

  private static void deleteQuietly(Path path) {
    try {
      Removal.of(path);
    } catch (IOException e) {
      // What could not be written cannot always be removed; the first error is the one to tell.
    }
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileSystemException f && f.getReason() != null) {
      return f.getReason();
    }
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }

  private static ParkaException cannotWrite(Path output, String why, @Nullable IOException cause) {
    String fact = output + " cannot be written: " + why;
    String fix = "choose another place, or make room there";
    return cause == null
        ? new ParkaException(RuntimeProblem.CANNOT_WRITE, fact, fix)
        : new ParkaException(RuntimeProblem.CANNOT_WRITE, fact, fix, cause);
  }
}
