package dev.parka.junit;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The class path of the application of a Maven or Gradle project, as it was packaged: what users
 * run, not what tests run with.
 *
 * @param project the project's directory
 * @param tests the class path of the tests
 */
record PackagedClassPath(Path project, List<Path> tests) {

  private static final List<String> OUTPUT = List.of("target", "build/libs");
  private static final List<String> NOT_THE_APPLICATION =
      List.of("-sources.jar", "-javadoc.jar", "-tests.jar", "-plain.jar");
  private static final List<String> NESTED = List.of("", "BOOT-INF/classes/", "WEB-INF/classes/");

  /**
   * The class path of a main class: the packaged jar that has it, or the directory of its classes
   * where none is as new; then what the manifest of the jar names, else what lies in {@code lib}
   * beside it, else those entries of the tests' class path that it refers to.
   *
   * @throws ParkaException [NoSuchApplication] if the class is nowhere
   */
  ClassPath of(ClassName mainClass) {
    try {
      Path application = application(mainClass);
      return withDependencies(application);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The class path of the only packaged jar that names a main class.
   *
   * @throws ParkaException [NoApplicationNamed] if there is none, or there are several
   */
  ClassPath ofTheOnlyJar() {
    try {
      List<Path> jars = new ArrayList<>();
      for (Path jar : packaged()) {
        if (manifest(jar).getValue(Attributes.Name.MAIN_CLASS) != null) {
          jars.add(jar);
        }
      }
      if (jars.size() != 1) {
        throw TestedApplication.nothingNamed(jars);
      }
      return withDependencies(jars.get(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path application(ClassName mainClass) throws IOException {
    String resource = mainClass.resourceName();
    Optional<Path> seen = tests.stream().filter(entry -> has(entry, resource)).findFirst();
    if (seen.isPresent() && !Files.isDirectory(seen.get())) {
      return seen.get();
    }
    for (Path jar : packaged()) {
      if (has(jar, resource) && (seen.isEmpty() || isCurrent(jar, seen.get(), resource))) {
        return jar;
      }
    }
    return seen.orElseThrow(
        () ->
            new ParkaException(
                TestProblem.NO_SUCH_APPLICATION,
                "the tests' class path lacks " + mainClass + ", and so do " + OUTPUT,
                "package the application first, or say classPath in @ContainerImageTest"));
  }

  private ClassPath withDependencies(Path application) throws IOException {
    Set<Path> entries = new LinkedHashSet<>(List.of(application));
    Path beside = application.toAbsolutePath().resolveSibling("");
    if (Files.isDirectory(application)) {
      resources(application).ifPresent(entries::add);
    } else if (isNested(application)) {
      return ClassPath.of(List.copyOf(entries));
    }
    List<String> named = Files.isDirectory(application) ? List.of() : named(application);
    if (!named.isEmpty()) {
      named.forEach(name -> find(name, beside).ifPresent(entries::add));
    } else if (Files.isDirectory(beside.resolve("lib"))) {
      entries.addAll(ClassPath.parse(beside.resolve("lib") + "/*").entries());
    } else {
      List<Path> others = new ArrayList<>(tests);
      others.removeAll(entries);
      entries.addAll(ReferencedEntries.of(entries, others));
    }
    return ClassPath.of(List.copyOf(entries));
  }

  /** What the manifest names, where it says, else by that name on the tests' class path. */
  private Optional<Path> find(String name, Path beside) {
    Path there = beside.resolve(name);
    Path fileName = Path.of(name).getFileName();
    return Files.exists(there)
        ? Optional.of(there)
        : tests.stream().filter(entry -> entry.endsWith(fileName)).findFirst();
  }

  /** Gradle keeps resources apart from classes. */
  private static Optional<Path> resources(Path classes) {
    Path build = classes.toAbsolutePath().normalize();
    for (int i = 0; i < 3 && build != null; i++) {
      build = build.getParent();
    }
    return Optional.ofNullable(build)
        .map(directory -> directory.resolve("resources/main"))
        .filter(Files::isDirectory);
  }

  private List<Path> packaged() throws IOException {
    List<Path> jars = new ArrayList<>();
    for (String output : OUTPUT) {
      Path directory = project.resolve(output);
      if (Files.isDirectory(directory)) {
        try (Stream<Path> files = Files.list(directory)) {
          files
              .filter(file -> file.toString().endsWith(".jar") && Files.isRegularFile(file))
              .filter(file -> NOT_THE_APPLICATION.stream().noneMatch(file.toString()::endsWith))
              .sorted()
              .forEach(jars::add);
        }
      }
    }
    return jars;
  }

  /** A jar that is the same every time has a time of long ago: then its content tells. */
  private static boolean isCurrent(Path jar, Path classes, String resource) throws IOException {
    return !isOlder(jar, classes.resolve(resource)) || hasAll(jar, classes);
  }

  private static boolean hasAll(Path jar, Path classes) throws IOException {
    try (JarFile file = new JarFile(jar.toFile());
        Stream<Path> paths = Files.walk(classes)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        String name = classes.relativize(path).toString();
        if (name.endsWith(".class") && !hasSame(file, name, Files.readAllBytes(path))) {
          return false;
        }
      }
      return true;
    }
  }

  private static boolean hasSame(JarFile jar, String name, byte[] content) throws IOException {
    for (String prefix : NESTED) {
      ZipEntry entry = jar.getEntry(prefix + name);
      if (entry != null) {
        try (InputStream in = jar.getInputStream(entry)) {
          return Arrays.equals(in.readAllBytes(), content);
        }
      }
    }
    return false;
  }

  private static boolean isOlder(Path jar, Path classFile) throws IOException {
    return Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(classFile)) < 0;
  }

  private static boolean has(Path entry, String resource) {
    if (Files.isDirectory(entry)) {
      return Files.isRegularFile(entry.resolve(resource));
    }
    try (JarFile jar = new JarFile(entry.toFile())) {
      return NESTED.stream().anyMatch(prefix -> jar.getEntry(prefix + resource) != null);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isNested(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.getEntry("BOOT-INF/") != null || file.getEntry("WEB-INF/") != null;
    }
  }

  private static List<String> named(Path jar) throws IOException {
    String names = manifest(jar).getValue(Attributes.Name.CLASS_PATH);
    return names == null ? List.of() : ClassPath.namedBy(names);
  }

  private static Attributes manifest(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      return manifest == null ? new Attributes() : manifest.getMainAttributes();
    }
  }
}
