package dev.parka.runtime.modules;

import static java.util.stream.Collectors.joining;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** A directory of class files, as a compiler writes it. */
final class DirectoryClassSource implements ClassSource {

  private final Path directory;

  DirectoryClassSource(Path directory) {
    this.directory = directory;
  }

  /** The same for every directory: where it lies differs from one machine to the next. */
  @Override
  public String name() {
    return "classes";
  }

  @Override
  public void visit(Visitor visitor) throws IOException {
    List<Problem> problems = new ArrayList<>();
    for (Map.Entry<String, Path> file : files().entrySet()) {
      long size = Files.size(file.getValue());
      if (!visitor.wants(file.getKey(), size)) {
        continue;
      }
      Optional<String> tooLarge = EntryLimits.complaint(file.getKey(), size);
      if (tooLarge.isPresent()) {
        problems.add(JarProblems.hostile(name(), tooLarge.get()));
      } else {
        visitor.file(file.getKey(), Files.readAllBytes(file.getValue()));
      }
    }
    if (!problems.isEmpty()) {
      throw new ParkaException(problems);
    }
  }

  private SortedMap<String, Path> files() throws IOException {
    SortedMap<String, Path> files = new TreeMap<>();
    Files.walkFileTree(
        directory,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              files.put(relativeName(file), file);
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
    return StreamSupport.stream(directory.relativize(file).spliterator(), false)
        .map(Path::toString)
        .collect(joining("/"));
  }
}
