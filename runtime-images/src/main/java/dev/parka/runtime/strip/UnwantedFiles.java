package dev.parka.runtime.strip;

import dev.parka.runtime.tree.Removal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Files of a run-time image that go as they are. */
public sealed interface UnwantedFiles {

  /** Removes them; what is not there is fine. */
  void remove(Path image) throws IOException;

  /**
   * Files and directories, by their paths in the image.
   *
   * @param paths such as {@code lib/classlist}
   */
  record Named(List<String> paths) implements UnwantedFiles {

    /** Copies the list. */
    public Named {
      paths = List.copyOf(paths);
    }

    @Override
    public void remove(Path image) throws IOException {
      for (String path : paths) {
        Removal.of(image.resolve(path));
      }
    }
  }

  /**
   * What lies in a directory, but for some.
   *
   * @param directory such as {@code bin}
   * @param kept the names of those that stay
   */
  record AllBut(String directory, SortedSet<String> kept) implements UnwantedFiles {

    /** Copies the names. */
    public AllBut {
      kept = Collections.unmodifiableSortedSet(new TreeSet<>(kept));
    }

    @Override
    public void remove(Path image) throws IOException {
      for (Path file : list(image.resolve(directory), 1)) {
        if (!kept.contains(file.getFileName().toString())) {
          Removal.of(file);
        }
      }
    }
  }

  /**
   * Files of a kind, wherever they lie.
   *
   * @param suffix how their names end, such as {@code .debuginfo}
   */
  record Ending(String suffix) implements UnwantedFiles {

    @Override
    public void remove(Path image) throws IOException {
      for (Path file : list(image, Integer.MAX_VALUE)) {
        if (file.toString().endsWith(suffix)
            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          Files.delete(file);
        }
      }
    }
  }

  private static List<Path> list(Path directory, int depth) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory, depth)) {
      return files.filter(file -> !file.equals(directory)).toList();
    }
  }
}
