package dev.parka.runtime.modules;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.jdk.JdkFiles;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The modules of a JDK, and which of them has which class; to be closed after use. Descriptors are
 * read when they are asked for.
 */
public final class ModuleCatalog implements AutoCloseable {

  private final Jdk jdk;
  private final JdkFiles files;
  private final Map<ModuleName, JdkModule> descriptors = new HashMap<>();
  private final Map<String, Optional<ModuleName>> classes = new HashMap<>();

  private ModuleCatalog(Jdk jdk, JdkFiles files) {
    this.jdk = jdk;
    this.files = files;
  }

  /**
   * Opens the modules of a JDK.
   *
   * @throws ParkaException [DamagedJdk] if they cannot be read
   */
  public static ModuleCatalog open(Jdk jdk) {
    return new ModuleCatalog(jdk, JdkFiles.open(jdk));
  }

  /** The JDK whose modules these are. */
  public Jdk jdk() {
    return jdk;
  }

  /** The names of all modules. */
  public SortedSet<ModuleName> names() {
    SortedSet<ModuleName> names = new TreeSet<>();
    for (String name : files.modules().keySet()) {
      names.add(new ModuleName(name));
    }
    return names;
  }

  /** Whether the JDK has a module. */
  public boolean has(ModuleName module) {
    return files.hasModule(module.value());
  }

  /** All modules, with their descriptors. */
  SortedMap<ModuleName, JdkModule> modules() {
    SortedMap<ModuleName, JdkModule> all = new TreeMap<>();
    names().forEach(name -> all.put(name, descriptor(name)));
    return Collections.unmodifiableSortedMap(all);
  }

  /** The descriptor of a module that the JDK has. */
  JdkModule descriptor(ModuleName module) {
    JdkModule known = descriptors.get(module);
    if (known == null) {
      known = readDescriptor(module);
      descriptors.put(module, known);
    }
    return known;
  }

  /** The module that has a class of this binary name, if the JDK has it. */
  public Optional<ModuleName> moduleOf(String className) {
    return moduleOfInternal(className.replace('.', '/'));
  }

  /**
   * The same for an internal name such as {@code java/sql/Driver}. A package alone proves little:
   * applications bring classes for packages of the JDK, and name classes that it once had.
   */
  Optional<ModuleName> moduleOfInternal(String className) {
    Optional<ModuleName> known = classes.get(className);
    if (known == null) {
      known = find(className);
      classes.put(className, known);
    }
    return known;
  }

  /** The bytes of a class of the JDK; empty if it has none of this internal name. */
  public Optional<byte[]> classFile(String className) {
    Optional<ModuleName> module = moduleOfInternal(className);
    return module.isEmpty()
        ? Optional.empty()
        : files.read(module.get().value(), className + ".class");
  }

  /** The paths of all files of a module, each with its bytes. */
  public SortedMap<String, Long> files(ModuleName module) {
    return files.list(module.value());
  }

  /** A file of a module, such as {@code java/lang/uniName.dat}; empty if it has none there. */
  public Optional<byte[]> file(ModuleName module, String path) {
    return files.read(module.value(), path);
  }

  /** The binary names of the classes by which a module provides services, by the service's. */
  public Map<String, List<String>> provides(ModuleName module) {
    return descriptor(module).provides();
  }

  /** These modules and all that they require, directly or not. */
  public SortedSet<ModuleName> closure(Set<ModuleName> roots) {
    SortedSet<ModuleName> closure = new TreeSet<>();
    Deque<ModuleName> open = new ArrayDeque<>(roots);
    while (!open.isEmpty()) {
      ModuleName module = open.remove();
      if (has(module) && closure.add(module)) {
        open.addAll(descriptor(module).requires());
      }
    }
    return closure;
  }

  /** The bytes of the classes and resources of some modules, unpacked. */
  long bytes(Set<ModuleName> modules) {
    long sum = 0;
    for (ModuleName module : modules) {
      sum += files.modules().getOrDefault(module.value(), 0L);
    }
    return sum;
  }

  @Override
  public void close() {
    files.close();
  }

  private Optional<ModuleName> find(String className) {
    int slash = className.lastIndexOf('/');
    if (slash < 0 || className.indexOf('\0') >= 0 || className.contains("..")) {
      return Optional.empty();
    }
    String packageName = className.substring(0, slash).replace('/', '.');
    for (String module : files.modulesOf(packageName)) {
      if (files.has(module, className + ".class")) {
        return Optional.of(new ModuleName(module));
      }
    }
    return Optional.empty();
  }

  private JdkModule readDescriptor(ModuleName module) {
    try {
      return JdkModule.read(files.read(module.value(), "module-info.class").orElseThrow());
    } catch (RuntimeException e) {
      throw new ParkaException(
          RuntimeProblem.DAMAGED_JDK,
          "the modules of the JDK in " + jdk.home() + " cannot be read",
          "install the JDK again",
          e);
    }
  }
}
