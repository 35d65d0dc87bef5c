package dev.parka.image;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.classes.ModulePath;
import dev.parka.runtime.startup.ArchiveSource;
import dev.parka.runtime.startup.Reproducibility;
import dev.parka.runtime.startup.StartupArchive;
import dev.parka.spec.ImageSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Builds an image once more, where what should not matter is another: the directory and the times
 * of the class path, nothing remembered. A start-up archive that cannot be made again is taken as
 * it is, as its pin would have it. Zone and language stay, which are those of the whole JVM: tests
 * run beside one another in it.
 */
final class Rebuild {

  private static final Instant OTHER_TIME = Instant.parse("2001-02-03T04:05:06Z");

  private Rebuild() {}

  /**
   * Builds it.
   *
   * @param archive the one of the first build
   * @throws ParkaException as the first build could have
   */
  static BuiltImage of(ImageSpec spec, BuildInputs inputs, Optional<StartupArchive> archive) {
    try (Workshop workshop = Workshop.open()) {
      RuntimeBuild runtime = inputs.runtime().withCache(false);
      Optional<StartupArchive> kept =
          archive.filter(made -> made.traits().reproducibility() != Reproducibility.PROVEN);
      if (kept.isPresent()) {
        ArchiveSource source = new ArchiveSource.Kept(kept.get().file(), kept.get().digest());
        runtime = runtime.withStartup(runtime.startup().withSource(source));
      }
      return new ImageBuild(
              spec,
              inputs
                  .withPath(copy(inputs.path(), workshop.directory("another place")))
                  .withSearch(inputs.search().withCache(false))
                  .withRuntime(runtime))
          .run();
    } catch (IOException e) {
      throw new ParkaException(
          RuntimeProblem.CANNOT_WRITE,
          "the class path cannot be copied: " + e.getMessage(),
          "set java.io.tmpdir to a directory with room",
          e);
    }
  }

  private static ApplicationPath copy(ApplicationPath path, Path place) throws IOException {
    return new ApplicationPath(
        ClassPath.of(
            copies(path.classPath().entries(), Files.createDirectory(place.resolve("class path")))),
        new ModulePath(
            copies(
                path.modulePath().entries(), Files.createDirectory(place.resolve("module path")))));
  }

  private static List<Path> copies(List<Path> entries, Path into) throws IOException {
    List<Path> copies = new ArrayList<>();
    for (Path entry : entries) {
      Path directory = Files.createDirectory(into.resolve("entry-" + copies.size()));
      Path name = entry.toAbsolutePath().normalize().getFileName();
      Path copy = directory.resolve(String.valueOf(name));
      copy(entry, copy);
      copies.add(copy);
    }
    return copies;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
          Files.setLastModifiedTime(copy, FileTime.from(OTHER_TIME));
        }
      }
    }
  }
}
