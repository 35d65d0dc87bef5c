package dev.parka.runtime.classes;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.cache.Digest;
import dev.parka.runtime.cache.FileDigests;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A directory of class files, as a compiler writes it. */
final class DirectoryClassSource implements ClassSource {

  private final String name;
  private final Path directory;

  /** Has the name of every directory: where it lies differs from one machine to the next. */
  DirectoryClassSource(Path directory) {
    this("classes", directory);
  }

  /** A directory that is to be called something else. */
  DirectoryClassSource(String name, Path directory) {
    this.name = name;
    this.directory = directory;
  }

  @Override
  public String name() {
    return name;
  }

  /** Files of any size count, as they may be named by others. */
  @Override
  public Digest digest(FileDigests digests) throws IOException {
    Digest.Parts parts = Digest.parts();
    for (SourceFile file : files().values()) {
      parts.add(file.name()).add(Digest.of(directory.resolve(file.name())));
    }
    return parts.digest();
  }

  @Override
  public SourceFiles open() throws IOException {
    List<SourceFile> list = List.copyOf(files().values());
    return new SourceFiles() {
      @Override
      public List<SourceFile> list() {
        return list;
      }

      @Override
      public byte[] read(SourceFile file) throws IOException {
        Optional<String> tooLarge = EntryLimits.complaint(file.name(), file.size());
        if (tooLarge.isPresent()) {
          throw new ParkaException(List.of(JarProblems.hostile(name(), tooLarge.get())));
        }
        return Files.readAllBytes(directory.resolve(file.name()));
      }

      @Override
      public void close() {}
    };
  }

  private SortedMap<String, SourceFile> files() throws IOException {
    SortedMap<String, SourceFile> files = new TreeMap<>();
    Files.walkFileTree(
        directory,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              String name = relativeName(file);
              files.put(name, new SourceFile(name, attributes.size()));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            // What a loop leads to is visited where it really lies.
            if (failure instanceof FileSystemLoopException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }
        });
    return files;
  }

  private String relativeName(Path file) {
    String name = directory.relativize(file).toString();
    return name.replace(directory.getFileSystem().getSeparator(), "/");
  }
}
