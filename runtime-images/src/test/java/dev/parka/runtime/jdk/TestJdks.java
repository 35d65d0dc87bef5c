package dev.parka.runtime.jdk;

import dev.parka.runtime.ParkaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The JDKs on this machine that tests link with. */
public final class TestJdks {

  private static final Path USUAL_PLACE = Path.of("/usr/lib/jvm");

  private TestJdks() {}

  /** The running one and, where there are others, one of each other feature version from 17 on. */
  public static List<Jdk> all() throws IOException {
    Map<Integer, Jdk> jdks = new TreeMap<>();
    Jdk running = Jdk.running();
    jdks.put(running.featureVersion(), running);
    if (Files.isDirectory(USUAL_PLACE)) {
      try (Stream<Path> homes = Files.list(USUAL_PLACE)) {
        homes.filter(Files::isDirectory).sorted().forEach(home -> add(home, jdks));
      }
    }
    return List.copyOf(jdks.values());
  }

  private static void add(Path home, Map<Integer, Jdk> jdks) {
    try {
      Jdk jdk = Jdk.at(home);
      if (jdk.featureVersion() >= 17 && jdk.architecture().equals(Jdk.running().architecture())) {
        jdks.putIfAbsent(jdk.featureVersion(), jdk);
      }
    } catch (ParkaException e) {
      // No whole JDK: nothing to link with.
    }
  }
}
