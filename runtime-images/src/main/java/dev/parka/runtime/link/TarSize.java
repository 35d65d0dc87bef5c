package dev.parka.runtime.link;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** How large a directory is in a tar: what a layer unpacks to. */
final class TarSize extends SimpleFileVisitor<Path> {

  private static final long BLOCK = 512;

  private long size;

  private TarSize() {}

  /** A block for each file, directory and link, and so many whole ones for the content. */
  static long of(Path directory) throws IOException {
    TarSize size = new TarSize();
    Files.walkFileTree(directory, size);
    return size.size;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
    size += BLOCK;
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    size += BLOCK;
    if (attributes.isRegularFile()) {
      size += (attributes.size() + BLOCK - 1) / BLOCK * BLOCK;
    }
    return FileVisitResult.CONTINUE;
  }
}
