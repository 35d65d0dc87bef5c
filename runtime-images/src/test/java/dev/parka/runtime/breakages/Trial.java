package dev.parka.runtime.breakages;

import dev.parka.runtime.ParkaException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An application, built and run.
 *
 * @param breakage what it is about
 * @param inferred the modules to link; none if nothing could be inferred
 * @param failure what was wrong in an image of these modules
 * @param control what was wrong where there is nothing that is hidden
 */
record Trial(
    Breakage breakage,
    SortedSet<String> inferred,
    Optional<String> failure,
    Optional<String> control) {

  /** Tries each breakage below a directory, as many at a time as there are processors. */
  static List<Trial> all(Path directory) throws IOException {
    Images images = new Images(directory);
    return Breakage.all().parallelStream()
        .map(breakage -> of(breakage, directory.resolve(breakage.name()), images))
        .toList();
  }

  private static Trial of(Breakage breakage, Path home, Images images) {
    try {
      Application application = Application.build(breakage, home);
      Optional<String> control =
          breakage.hiddenModules().isEmpty()
              ? Optional.empty()
              : control(application, breakage.words("seen", "java.base"), images);
      try {
        SortedSet<String> inferred = Inferred.roots(application);
        return new Trial(breakage, inferred, application.failure(images.java(inferred)), control);
      } catch (ParkaException e) {
        return new Trial(breakage, new TreeSet<>(), Optional.of(e.toString()), control);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(breakage.name(), e);
    }
  }

  /**
   * Flags may bring modules in that the running JDK is told to hide: an image has none to bring.
   */
  private static Optional<String> control(Application application, List<String> seen, Images images)
      throws IOException {
    Optional<String> failure = application.failureWith(seen);
    return failure.isPresent() ? failure : application.failure(images.java(seen));
  }

  @Override
  public String toString() {
    return breakage.name();
  }
}
