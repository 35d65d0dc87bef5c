package dev.parka.runtime.cache;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a directory as whoever opens them sees them: links are followed. */
final class TreeFiles extends SimpleFileVisitor<Path> {

  private final Path directory;
  private final SortedMap<String, Found> files = new TreeMap<>();

  private TreeFiles(Path directory) {
    this.directory = directory;
  }

  /**
   * A file, or a link that leads to none.
   *
   * @param attributes what it was when it was found, or the link if there is no file
   */
  record Found(Path path, BasicFileAttributes attributes) {

    boolean isFile() {
      return attributes.isRegularFile();
    }
  }

  /** Each file, and each link that leads to none, by its path in the directory. */
  static SortedMap<String, Found> of(Path directory) throws IOException {
    TreeFiles files = new TreeFiles(directory);
    Files.walkFileTree(
        directory, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, files);
    return files.files;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    // Sockets and the like hold nothing that anyone could read twice.
    if (attributes.isRegularFile() || attributes.isSymbolicLink()) {
      put(file, attributes);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
    if (e instanceof FileSystemLoopException && Files.isSymbolicLink(file)) {
      put(file, Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
      return FileVisitResult.CONTINUE;
    }
    throw e;
  }

  private void put(Path file, BasicFileAttributes attributes) {
    files.put(directory.relativize(file).toString(), new Found(file, attributes));
  }
}
