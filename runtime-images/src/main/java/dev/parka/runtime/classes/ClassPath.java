package dev.parka.runtime.classes;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.Problem;
import dev.parka.runtime.RuntimeProblem;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The directories and jars that an application runs from, in order; all are there and can be
 * opened.
 *
 * @param entries the paths, each once
 */
public record ClassPath(List<Path> entries) {

  /**
   * Checks every entry.
   *
   * @throws ParkaException [NoSuchClassPathEntry] for each entry that is missing and [BadJar] for
   *     each that is neither a directory nor a jar, all of them together
   */
  public ClassPath {
    entries = List.copyOf(new LinkedHashSet<>(entries));
    List<Problem> problems = new ArrayList<>();
    for (Path entry : entries) {
      check(entry, problems);
    }
    if (!problems.isEmpty()) {
      throw new ParkaException(problems);
    }
  }

  /**
   * A class path of these entries.
   *
   * @throws ParkaException as the constructor does
   */
  public static ClassPath of(List<Path> entries) {
    return new ClassPath(entries);
  }

  /**
   * Parses a path list such as {@code app.jar:lib/*}, where {@code lib/*} stands for the jars in
   * {@code lib}, here sorted by name. Empty parts are left out: what they mean to {@code java}, the
   * current directory, is another one in an image.
   *
   * @throws ParkaException as the constructor does
   */
  public static ClassPath parse(String list) {
    List<Path> entries = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (String part : list.split(":", -1)) {
      try {
        if (part.equals("*") || part.endsWith("/*")) {
          entries.addAll(jars(Path.of(part.substring(0, part.length() - 1)), problems));
        } else if (!part.isEmpty()) {
          entries.add(Path.of(part));
        }
      } catch (InvalidPathException e) {
        problems.add(missing(part));
      }
    }
    try {
      ClassPath classPath = new ClassPath(entries);
      if (problems.isEmpty()) {
        return classPath;
      }
    } catch (ParkaException e) {
      problems.addAll(e.problems());
    }
    throw new ParkaException(problems);
  }

  /**
   * The same with what the manifests of its jars name in {@code Class-Path}, as {@code java} finds
   * it: each right after the jar that names it.
   *
   * @throws ParkaException [HostileJar] if that leads to more jars than any application has
   */
  public ClassPath withManifestEntries() {
    List<Path> all = ManifestClassPath.expand(entries);
    return all.equals(entries) ? this : new ClassPath(all);
  }

  /** The entries that a {@code Class-Path} attribute names, as they are written. */
  public static List<String> namedBy(String attribute) {
    return ManifestClassPath.split(attribute);
  }

  /** The entries as class sources, in the same order. */
  public List<ClassSource> sources() {
    List<ClassSource> sources = new ArrayList<>();
    for (Path entry : entries) {
      sources.add(Files.isDirectory(entry) ? ClassSource.directory(entry) : ClassSource.jar(entry));
    }
    return List.copyOf(sources);
  }

  private static List<Path> jars(Path directory, List<Problem> problems) {
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      files.forEach(
          file -> {
            if (EntryLimits.isJar(file.toString())) {
              jars.add(file);
            }
          });
    } catch (IOException e) {
      problems.add(missing(directory.toString()));
    }
    jars.sort(Comparator.comparing(Path::toString));
    return jars;
  }

  private static void check(Path entry, List<Problem> problems) {
    if (Files.isDirectory(entry)) {
      return;
    }
    if (!Files.exists(entry)) {
      problems.add(missing(entry.toString()));
    } else {
      checkJar(entry, problems);
    }
  }

  /** Sees whether what is there is a jar. */
  static void checkJar(Path entry, List<Problem> problems) {
    if (!Files.isRegularFile(entry)) {
      problems.add(JarProblems.bad(entry.toString(), "it is no regular file"));
    } else {
      try {
        JarManifest.check(entry);
      } catch (IOException e) {
        problems.add(JarProblems.bad(entry.toString(), JarProblems.message(e)));
      }
    }
  }

  private static Problem missing(String entry) {
    return new Problem(
        RuntimeProblem.NO_SUCH_CLASS_PATH_ENTRY,
        Printable.of(entry) + " does not exist",
        "build it first, or take it off the class path");
  }
}
