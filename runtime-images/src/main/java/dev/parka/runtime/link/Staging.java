package dev.parka.runtime.link;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.tree.Removal;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A directory beside the output, in which everything is written before the output appears whole; it
 * is gone when this is closed.
 */
final class Staging implements AutoCloseable {

  private final Path output;
  private final Path directory;

  private Staging(Path output, Path directory) {
    this.output = output;
    this.directory = directory;
  }

  /**
   * Makes the directory, and the output's parents where they are missing.
   *
   * @throws ParkaException [CannotWrite] if there is something at the output already
   */
  static Staging beside(Path output) throws IOException {
    Path absolute = output.toAbsolutePath().normalize();
    requireNothingAt(absolute);
    Path parent = absolute.getParent();
    if (parent == null) {
      throw occupied(absolute);
    }
    Files.createDirectories(parent);
    return new Staging(absolute, Files.createTempDirectory(parent, ".parka-"));
  }

  /** A new, empty directory in this one. */
  Path newDirectory(String name) throws IOException {
    return Files.createDirectory(directory.resolve(name));
  }

  /** Where something may be written. */
  Path path(String name) {
    return directory.resolve(name);
  }

  /** Makes sure that a staged directory is on the disk, then gives it the output's name. */
  Path commit(Path staged) throws IOException {
    Files.walkFileTree(staged, new Sync());
    requireNothingAt(output);
    return Files.move(staged, output, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    Removal.of(directory);
  }

  private static void requireNothingAt(Path output) {
    if (Files.exists(output, LinkOption.NOFOLLOW_LINKS)) {
      throw occupied(output);
    }
  }

  private static ParkaException occupied(Path output) {
    return new ParkaException(
        RuntimeProblem.CANNOT_WRITE,
        output + " exists already",
        "remove it, or give a path that does not exist");
  }

  /**
   * Without this, a power failure after the move can leave files of the right name without bytes.
   */
  private static final class Sync extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (attributes.isRegularFile()) {
        try (FileChannel channel = FileChannel.open(file)) {
          channel.force(true);
        }
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
