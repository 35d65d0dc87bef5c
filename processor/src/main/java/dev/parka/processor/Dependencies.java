package dev.parka.processor;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.classes.ClassSource;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
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
  private final Deque<String> wanted = new ArrayDeque<>();
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
    sources.forEach(source -> dependencies.add(dependencies.names(source)));
    dependencies.follow();
    return List.copyOf(dependencies.found);
  }

  private void follow() {
    while (!wanted.isEmpty()) {
      String name = wanted.remove();
      if (!defined.contains(name)) {
        files.dependency(name).filter(found::add).ifPresent(this::read);
      }
    }
  }

  private void read(Path entry) {
    try {
      for (ClassSource source : ClassPath.of(List.of(entry)).sources()) {
        add(names(source));
      }
    } catch (ParkaException e) {
      // Said by whoever makes a class path of what is found here.
    }
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
