package dev.parka.processor;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.jdk.Jdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The JDKs of this machine: the one that runs and those where Linux distributions put them. */
final class Jdks {

  private static final Path USUAL = Path.of("/usr/lib/jvm");

  private Jdks() {}

  /** Each once, whatever links lead to it. */
  static Collection<Jdk> all() {
    SortedMap<Path, Jdk> jdks = new TreeMap<>();
    Jdk running = Jdk.running();
    jdks.put(running.home(), running);
    if (Files.isDirectory(USUAL)) {
      try (Stream<Path> homes = Files.list(USUAL)) {
        homes
            .filter(home -> Files.isRegularFile(home.resolve("release")))
            .forEach(home -> add(home, jdks));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return jdks.values();
  }

  private static void add(Path home, SortedMap<Path, Jdk> jdks) {
    try {
      Jdk jdk = Jdk.at(home);
      jdks.put(jdk.home(), jdk);
    } catch (ParkaException e) {
      // A run-time image alone cannot compile.
    }
  }
}
