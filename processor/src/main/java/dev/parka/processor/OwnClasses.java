package dev.parka.processor;

import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.classes.ClassSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The application's own classes and resources: the whole class output, since an incremental build
 * compiles a part of it; only what was compiled where the class output is no directory.
 *
 * @param directory the class output, if it is a directory
 * @param source what is in it
 */
record OwnClasses(Optional<Path> directory, ClassSource source) {

  /**
   * Finds the classes.
   *
   * @param probe the name of a file that is to be written, which shows where the class output is
   * @return empty if the compiler has no place for a class output
   */
  static Optional<OwnClasses> find(CompilerFiles files, String probe, SortedSet<String> written)
      throws IOException {
    Optional<URI> uri = files.output(probe);
    if (uri.isEmpty()) {
      return Optional.empty();
    }
    if ("file".equals(uri.get().getScheme())) {
      Path directory = CompilerFiles.directory(uri.get(), probe);
      return Optional.of(new OwnClasses(Optional.of(directory), new ReadOnce(directory)));
    }
    Map<String, byte[]> classes = new TreeMap<>();
    for (String name : written) {
      String file = name.replace('.', '/') + ".class";
      classes.put(file, files.read(file));
    }
    return Optional.of(new OwnClasses(Optional.empty(), ClassSource.of("classes", classes)));
  }

  /** A class path without the class output, which is there in any case. */
  ClassPath without(ClassPath classPath) {
    return directory
        .map(Path::toAbsolutePath)
        .map(
            own ->
                ClassPath.of(
                    classPath.entries().stream()
                        .filter(entry -> !entry.toAbsolutePath().normalize().equals(own))
                        .toList()))
        .orElse(classPath);
  }
}
