package dev.parka.runtime.testing;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.jdk.Jdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A JDK on this machine that is not the running one. */
public final class OtherJdk {

  private static final Path INSTALLED = Path.of("/usr/lib/jvm");

  private OtherJdk() {}

  /** The first by path; empty where there is one JDK only. */
  public static Optional<Jdk> find() {
    if (!Files.isDirectory(INSTALLED)) {
      return Optional.empty();
    }
    try (Stream<Path> homes = Files.list(INSTALLED)) {
      return homes
          .sorted()
          .filter(home -> Files.isRegularFile(home.resolve("release")))
          .flatMap(home -> jdk(home).stream())
          .filter(jdk -> jdk.featureVersion() != Runtime.version().feature())
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Jdk> jdk(Path home) {
    try {
      return Optional.of(Jdk.at(home));
    } catch (ParkaException e) {
      return Optional.empty();
    }
  }
}
