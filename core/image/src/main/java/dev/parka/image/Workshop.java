package dev.parka.image;

import dev.parka.runtime.tree.NewDirectory;
import dev.parka.runtime.tree.Removal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A directory to build in; gone when it is closed, at the latest when the JVM ends. */
final class Workshop implements AutoCloseable {

  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> OPEN.forEach(Workshop::delete), "parka-clean-up"));
  }

  private final Path directory;

  private Workshop(Path directory) {
    this.directory = directory;
  }

  static Workshop open() throws IOException {
    Path directory = NewDirectory.in(Path.of(System.getProperty("java.io.tmpdir")), "parka-");
    OPEN.add(directory);
    return new Workshop(directory);
  }

  /** A path in it, which may or may not exist. */
  Path path(String name) {
    return directory.resolve(name);
  }

  /** A new directory in it. */
  Path directory(String name) throws IOException {
    return Files.createDirectory(path(name));
  }

  @Override
  public void close() {
    delete(directory);
    OPEN.remove(directory);
  }

  private static void delete(Path directory) {
    try {
      Removal.of(directory);
    } catch (IOException e) {
      // A temporary directory that stays is not worth failing for.
    }
  }
}
