package dev.parka.processor;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.classes.ClassSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The jars and directories of the compiler's class path that classes refer to, directly or through
 * one another. The compiler tells where a class lies, not what its class path is.
 */
final class Dependencies {

  private final CompilerFiles files;
  private final Optional<Memory> memory;
  private final Set<String> defined = new HashSet<>();
  private final Set<String> asked = new HashSet<>();
  private final List<String> wanted = new ArrayList<>();
  private final Set<Path> found =
      new TreeSet<>(
          Comparator.comparing((Path path) -> String.valueOf(path.getFileName()))
              .thenComparing(Path::toString));

  private Dependencies(CompilerFiles files, Optional<Memory> memory) {
    this.files = files;
    this.memory = memory;
  }

  /**
   * What the sources refer to and none of them has, sorted by file name, the same on every machine.
   *
   * @param memory where the names in jars are remembered, if anywhere
   */
  static List<Path> of(List<ClassSource> sources, CompilerFiles files, Optional<Memory> memory) {
    Dependencies dependencies = new Dependencies(files, memory);
    dependencies.read(sources);
    dependencies.follow();
    return List.copyOf(dependencies.found);
  }

  /** In rounds: the compiler is asked by this thread alone, and what it tells of is read by all. */
  private void follow() {
    while (!wanted.isEmpty()) {
      List<Path> entries = new ArrayList<>();
      for (String name : wanted) {
        if (!defined.contains(name)) {
          files.dependency(name).filter(found::add).ifPresent(entries::add);
        }
      }
      wanted.clear();
      read(sources(entries));
    }
  }

  private static List<ClassSource> sources(List<Path> entries) {
    List<ClassSource> sources = new ArrayList<>();
    for (Path entry : entries) {
      try {
        sources.addAll(ClassPath.of(List.of(entry)).sources());
      } catch (ParkaException e) {
        // Said by whoever makes a class path of what is found here.
      }
    }
    return sources;
  }

  private void read(List<ClassSource> sources) {
    sources.parallelStream().map(this::names).toList().forEach(this::add);
  }

  private EntryNames names(ClassSource source) {
    return memory.isEmpty() ? EntryNames.of(source) : memory.get().names(source);
  }

  private void add(EntryNames names) {
    defined.addAll(names.defined());
    for (String name : names.meant()) {
      if (asked.add(name)) {
        wanted.add(name);
      }
    }
  }
}
