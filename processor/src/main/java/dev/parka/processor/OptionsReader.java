package dev.parka.processor;

import dev.parka.checkin.DriftMode;
import dev.parka.dockerfile.BuildPattern;
import dev.parka.dockerfile.ContextWishes;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.cache.UserCache;
import dev.parka.runtime.classes.ClassPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parses the {@code -A} options and collects what is wrong with each. */
final class OptionsReader {

  private final GivenOptions given;

  private OptionsReader(Map<String, String> options) {
    this.given = new GivenOptions(options);
  }

  /**
   * Reads every option.
   *
   * @throws ParkaException with every [BadOption], [BadLock], [NoSuchClassPathEntry] and [BadJar]
   */
  static ProcessorOptions read(Map<String, String> options) {
    return new OptionsReader(options).read();
  }

  private ProcessorOptions read() {
    ContextOptions context = new ContextOptions(given);
    ContextWishes wishes = context.read();
    BuildPattern pattern = context.pattern();
    ClassPath classPath = classPath();
    Optional<UserCache> cache = cache();
    Optional<Checkin> checkin = checkin();
    given.requireGood();
    return new ProcessorOptions(wishes, pattern, classPath, cache, checkin);
  }

  private Optional<UserCache> cache() {
    String directory = given.value(ProcessorOptions.CACHE).orElse("");
    if (directory.isEmpty() && given.value(ProcessorOptions.CACHE).isEmpty()) {
      return Optional.empty();
    }
    try {
      Path path = Path.of(directory);
      if (!directory.isEmpty() && (!Files.exists(path) || Files.isDirectory(path))) {
        return Optional.of(new UserCache(path));
      }
    } catch (InvalidPathException e) {
      // Said below, as of any other name that is none of a directory.
    }
    given.bad(
        ProcessorOptions.CACHE,
        "'" + Printable.of(directory) + "' is no directory",
        "name one that may be made or filled, such as ~/.cache/parka, which parka-cli uses, too");
    return Optional.empty();
  }

  private ClassPath classPath() {
    String list = given.value(ProcessorOptions.CLASS_PATH).orElse("");
    try {
      if (list.startsWith("@")) {
        list = Files.readString(Path.of(list.substring(1))).strip().replaceAll("\\R", ":");
      }
      return ClassPath.parse(list);
    } catch (IOException e) {
      given.bad(
          ProcessorOptions.CLASS_PATH,
          "the file '" + Printable.of(list.substring(1)) + "' cannot be read",
          "write the class path to it before javac runs, as dependency:build-classpath does");
    } catch (InvalidPathException e) {
      given.bad(
          ProcessorOptions.CLASS_PATH,
          "'" + Printable.of(list) + "' is no list of paths",
          "write paths with ':' between them, or @ and the name of a file that holds such a list");
    } catch (ParkaException e) {
      given.bad(e.problems());
    }
    return ClassPath.of(List.of());
  }

  private Optional<Checkin> checkin() {
    DriftMode drift = DriftMode.FAIL;
    Optional<String> name = given.value(ProcessorOptions.DRIFT);
    if (name.isPresent()) {
      Optional<DriftMode> mode = DriftMode.parse(name.get());
      if (mode.isEmpty()) {
        given.bad(
            ProcessorOptions.DRIFT,
            "'" + Printable.of(name.get()) + "' is no mode",
            "say fail, warn or update");
      } else if (given.value(ProcessorOptions.DIRECTORY).isEmpty()) {
        given.bad(
            ProcessorOptions.DRIFT,
            "there is no -A" + ProcessorOptions.DIRECTORY,
            "name the directory where the Dockerfile is checked in");
      }
      drift = mode.orElse(drift);
    }
    return directory(drift);
  }

  private Optional<Checkin> directory(DriftMode drift) {
    String directory = given.value(ProcessorOptions.DIRECTORY).orElse(".");
    try {
      if (directory.isEmpty() || Files.isRegularFile(Path.of(directory))) {
        given.bad(
            ProcessorOptions.DIRECTORY,
            "'" + Printable.of(directory) + "' is no directory",
            "name the one where the Dockerfile is checked in, such as the project's own");
      }
      return given
          .value(ProcessorOptions.DIRECTORY)
          .map(any -> new Checkin(Path.of(directory), drift, false));
    } catch (InvalidPathException e) {
      given.bad(
          ProcessorOptions.DIRECTORY,
          "'" + Printable.of(directory) + "' is no path",
          "name the directory where the Dockerfile is checked in");
      return Optional.empty();
    }
  }
}
