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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The jars and exploded modules that {@code java --module-path} finds (JEP 261): all are there and
 * can be opened. Of a directory of modules each one is an entry, sorted by name; what else lies in
 * such a directory does not count.
 *
 * @param entries a path for each module, each once
 */
public record ModulePath(List<Path> entries) {

  private static final String MODULE_INFO = "module-info.class";

  /**
   * Finds the modules, and checks every one.
   *
   * @throws ParkaException [NoSuchModulePathEntry] for each entry that is missing and [BadJar] for
   *     each that is neither a directory nor a jar, all of them together
   */
  public ModulePath {
    Set<Path> modules = new LinkedHashSet<>();
    List<Problem> problems = new ArrayList<>();
    for (Path entry : entries) {
      if (!Files.exists(entry)) {
        problems.add(missing(entry.toString()));
      } else if (!Files.isDirectory(entry)) {
        modules.add(entry);
      } else {
        modules.addAll(modulesOf(entry, problems));
      }
    }
    for (Path module : modules) {
      if (!Files.isDirectory(module)) {
        ClassPath.checkJar(module, problems);
      }
    }
    if (!problems.isEmpty()) {
      throw new ParkaException(problems);
    }
    entries = List.copyOf(modules);
  }

  /**
   * Parses a path list such as {@code app.jar:mods}; empty parts are left out.
   *
   * @throws ParkaException as the constructor does
   */
  public static ModulePath parse(String list) {
    List<Path> entries = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (String part : list.split(":", -1)) {
      try {
        if (!part.isEmpty()) {
          entries.add(Path.of(part));
        }
      } catch (InvalidPathException e) {
        problems.add(missing(part));
      }
    }
    try {
      ModulePath path = new ModulePath(entries);
      if (problems.isEmpty()) {
        return path;
      }
    } catch (ParkaException e) {
      problems.addAll(e.problems());
    }
    throw new ParkaException(problems);
  }

  /** The directory itself, where it is a module; else the modules in it. */
  private static Set<Path> modulesOf(Path directory, List<Problem> problems) {
    Set<Path> modules = new TreeSet<>();
    if (isExploded(directory)) {
      modules.add(directory);
      return modules;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        boolean isJar = name.endsWith(".jar") && Files.isRegularFile(file);
        if ((isJar || isExploded(file)) && !name.startsWith(".")) {
          modules.add(file);
        }
      }
    } catch (IOException e) {
      problems.add(JarProblems.bad(directory.toString(), JarProblems.message(e)));
    }
    return modules;
  }

  private static boolean isExploded(Path directory) {
    return Files.isRegularFile(directory.resolve(MODULE_INFO));
  }

  private static Problem missing(String entry) {
    return new Problem(
        RuntimeProblem.NO_SUCH_MODULE_PATH_ENTRY,
        Printable.of(entry) + " does not exist",
        "build it first, or take it off the module path");
  }
}
