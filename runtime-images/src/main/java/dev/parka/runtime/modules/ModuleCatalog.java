package dev.parka.runtime.modules;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.jdk.Jdk;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The modules of a JDK, and which of them has which class; read from its {@code jrt:} file system
 * (JEP 220), so that any JDK can read any other.
 */
public final class ModuleCatalog implements AutoCloseable {

  private final Jdk jdk;
  private final FileSystem files;
  private final SortedMap<ModuleName, JdkModule> modules;
  private final Map<String, ModuleName> packages = new HashMap<>();
  private final Map<String, Optional<ModuleName>> classes = new HashMap<>();

  private ModuleCatalog(Jdk jdk, FileSystem files) throws IOException {
    this.jdk = jdk;
    this.files = files;
    this.modules = Collections.unmodifiableSortedMap(readModules(files));
    modules.values().forEach(m -> m.packages().forEach(p -> packages.put(p, m.name())));
  }

  /**
   * Opens the modules of a JDK; to be closed after use.
   *
   * @throws ParkaException [DamagedJdk] if they cannot be read
   */
  public static ModuleCatalog open(Jdk jdk) {
    FileSystem files;
    try {
      files =
          isRunning(jdk)
              ? FileSystems.getFileSystem(URI.create("jrt:/"))
              : FileSystems.newFileSystem(
                  URI.create("jrt:/"), Map.of("java.home", jdk.home().toString()));
    } catch (IOException | RuntimeException | LinkageError e) {
      throw damaged(jdk, e);
    }
    try {
      return new ModuleCatalog(jdk, files);
    } catch (IOException | RuntimeException e) {
      close(jdk, files);
      throw damaged(jdk, e);
    }
  }

  /** The JDK whose modules these are. */
  public Jdk jdk() {
    return jdk;
  }

  /** All modules. */
  public SortedMap<ModuleName, JdkModule> modules() {
    return modules;
  }

  /** The module that has a class of this binary name, if the JDK has it. */
  public Optional<ModuleName> moduleOf(String className) {
    return classes.computeIfAbsent(className, this::find);
  }

  /** These modules and all that they require, directly or not. */
  public SortedSet<ModuleName> closure(Set<ModuleName> roots) {
    SortedSet<ModuleName> closure = new TreeSet<>();
    Deque<ModuleName> open = new ArrayDeque<>(roots);
    while (!open.isEmpty()) {
      ModuleName module = open.remove();
      JdkModule known = modules.get(module);
      if (known != null && closure.add(module)) {
        open.addAll(known.requires());
      }
    }
    return closure;
  }

  @Override
  public void close() {
    close(jdk, files);
  }

  /**
   * A package alone proves little: applications bring classes for packages of the JDK, and name
   * classes that it once had.
   */
  private Optional<ModuleName> find(String className) {
    int dot = className.lastIndexOf('.');
    ModuleName module = dot < 0 ? null : packages.get(className.substring(0, dot));
    if (module == null || className.indexOf('/') >= 0 || className.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    Path file = files.getPath("/modules", module.value(), className.replace('.', '/') + ".class");
    return Files.exists(file) ? Optional.of(module) : Optional.empty();
  }

  private static SortedMap<ModuleName, JdkModule> readModules(FileSystem files) throws IOException {
    SortedMap<ModuleName, JdkModule> modules = new TreeMap<>();
    try (DirectoryStream<Path> homes = Files.newDirectoryStream(files.getPath("/modules"))) {
      for (Path home : homes) {
        JdkModule module = JdkModule.read(Files.readAllBytes(home.resolve("module-info.class")));
        modules.put(module.name(), module);
      }
    }
    if (!modules.containsKey(ModuleName.JAVA_BASE)) {
      throw new IOException("no java.base");
    }
    return modules;
  }

  private static boolean isRunning(Jdk jdk) {
    try {
      return Files.isSameFile(jdk.home(), Path.of(System.getProperty("java.home")));
    } catch (IOException e) {
      return false;
    }
  }

  private static void close(Jdk jdk, FileSystem files) {
    // The file system of the running JDK is everybody's and cannot be closed.
    if (files != FileSystems.getFileSystem(URI.create("jrt:/"))) {
      try {
        files.close();
      } catch (IOException e) {
        throw damaged(jdk, e);
      }
    }
  }

  private static ParkaException damaged(Jdk jdk, Throwable cause) {
    return new ParkaException(
        RuntimeProblem.DAMAGED_JDK,
        "the modules of the JDK in " + jdk.home() + " cannot be read",
        "install the JDK again",
        cause);
  }
}
