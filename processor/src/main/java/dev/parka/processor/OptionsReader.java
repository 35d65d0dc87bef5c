package dev.parka.processor;

import dev.parka.checkin.DriftMode;
import dev.parka.dockerfile.BuildContext;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.Problem;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.spec.ImageReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Parses the {@code -A} options and collects what is wrong with each. */
final class OptionsReader {

  private final Map<String, String> options;
  private final List<Problem> problems = new ArrayList<>();

  private OptionsReader(Map<String, String> options) {
    this.options = options;
  }

  /**
   * Reads every option.
   *
   * @throws ParkaException with every [BadOption], [NoSuchClassPathEntry] and [BadJar]
   */
  static ProcessorOptions read(Map<String, String> options) {
    return new OptionsReader(options).read();
  }

  private ProcessorOptions read() {
    Optional<ImageReference> jdkImage = parse(ProcessorOptions.JDK_IMAGE, ImageReference::parse);
    Optional<String> jar = parse(ProcessorOptions.JAR, OptionsReader::path);
    Optional<String> libraries =
        parse(ProcessorOptions.LIB, path -> path.isEmpty() ? path : path(path));
    ClassPath classPath = classPath();
    Optional<Checkin> checkin = checkin();
    if (!problems.isEmpty()) {
      throw new ParkaException(problems);
    }
    return new ProcessorOptions(
        new BuildContext.Wishes(jdkImage, jar, libraries), classPath, checkin);
  }

  /** {@code -Aname} without a value is the same as {@code -Aname=}. */
  private Optional<String> given(String name) {
    return options.containsKey(name)
        ? Optional.of(Optional.ofNullable(options.get(name)).orElse(""))
        : Optional.empty();
  }

  private <T> Optional<T> parse(String name, Function<String, T> parser) {
    try {
      return given(name).map(parser);
    } catch (ParkaException e) {
      e.problems().forEach(problem -> bad(name, problem.fact(), problem.fix()));
      return Optional.empty();
    }
  }

  private static String path(String path) {
    return new BuildContext(ImageReference.of("jdk", "1"), path, Optional.empty()).jar();
  }

  private ClassPath classPath() {
    String list = given(ProcessorOptions.CLASS_PATH).orElse("");
    try {
      if (list.startsWith("@")) {
        list = Files.readString(Path.of(list.substring(1))).strip().replaceAll("\\R", ":");
      }
      return ClassPath.parse(list);
    } catch (IOException e) {
      bad(
          ProcessorOptions.CLASS_PATH,
          "the file '" + Printable.of(list.substring(1)) + "' cannot be read",
          "write the class path to it before javac runs, as dependency:build-classpath does");
    } catch (InvalidPathException e) {
      bad(
          ProcessorOptions.CLASS_PATH,
          "'" + Printable.of(list) + "' is no list of paths",
          "write paths with ':' between them, or @ and the name of a file that holds such a list");
    } catch (ParkaException e) {
      problems.addAll(e.problems());
    }
    return ClassPath.of(List.of());
  }

  private Optional<Checkin> checkin() {
    DriftMode drift = DriftMode.FAIL;
    Optional<String> name = given(ProcessorOptions.DRIFT);
    if (name.isPresent()) {
      Optional<DriftMode> mode = DriftMode.parse(name.get());
      if (mode.isEmpty()) {
        bad(
            ProcessorOptions.DRIFT,
            "'" + Printable.of(name.get()) + "' is no mode",
            "say fail, warn or update");
      } else if (given(ProcessorOptions.DIRECTORY).isEmpty()) {
        bad(
            ProcessorOptions.DRIFT,
            "there is no -A" + ProcessorOptions.DIRECTORY,
            "name the directory where the Dockerfile is checked in");
      }
      drift = mode.orElse(drift);
    }
    return directory(drift);
  }

  private Optional<Checkin> directory(DriftMode drift) {
    String directory = given(ProcessorOptions.DIRECTORY).orElse(".");
    try {
      if (directory.isEmpty() || Files.isRegularFile(Path.of(directory))) {
        bad(
            ProcessorOptions.DIRECTORY,
            "'" + Printable.of(directory) + "' is no directory",
            "name the one where the Dockerfile is checked in, such as the project's own");
      }
      return given(ProcessorOptions.DIRECTORY)
          .map(given -> new Checkin(Path.of(directory), drift, false));
    } catch (InvalidPathException e) {
      bad(
          ProcessorOptions.DIRECTORY,
          "'" + Printable.of(directory) + "' is no path",
          "name the directory where the Dockerfile is checked in");
      return Optional.empty();
    }
  }

  private void bad(String name, String fact, String fix) {
    problems.add(
        new Problem(ProcessorProblem.BAD_OPTION, "-A" + name + " cannot be used: " + fact, fix));
  }
}
