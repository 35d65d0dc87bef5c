package dev.parka.runtime.lean;

import dev.parka.runtime.classes.BadClassFileException;
import dev.parka.runtime.classes.ClassDefinition;
import dev.parka.runtime.classes.ClassFile;
import dev.parka.runtime.classes.ClassFileReader;
import dev.parka.runtime.modules.ModuleCatalog;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.reach.Reached;
import dev.parka.runtime.reach.ReachedClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The classes that there are: those of the linked modules, and those of the application. */
final class LeanClasses {

  /** JDK class files are read whatever their version. */
  private static final int NEWEST = 0xffff;

  private static final String CLASS = ".class";

  private final ModuleCatalog catalog;
  private final Reached application;
  private final SortedMap<ModuleName, SortedMap<String, Long>> files = new TreeMap<>();
  private final SortedMap<String, ModuleName> owners = new TreeMap<>();
  private final Map<String, LeanType> types = new HashMap<>();
  private final ClassFileReader reader = new ClassFileReader(NEWEST);

  /** The classes of these modules, and an application that runs on them. */
  LeanClasses(ModuleCatalog catalog, SortedSet<ModuleName> modules, Reached application) {
    this.catalog = catalog;
    this.application = application;
    for (ModuleName module : modules) {
      SortedMap<String, Long> paths = catalog.files(module);
      files.put(module, paths);
      for (String path : paths.keySet()) {
        if (path.endsWith(CLASS)) {
          owners.put(path.substring(0, path.length() - CLASS.length()), module);
        }
      }
    }
  }

  /** The files of each module, with their bytes. */
  SortedMap<ModuleName, SortedMap<String, Long>> files() {
    return files;
  }

  /** The internal names of all classes of the modules, sorted. */
  Set<String> names() {
    return Collections.unmodifiableSet(owners.keySet());
  }

  /** Whether one of the modules has a class. */
  boolean isOfJdk(String name) {
    return owners.containsKey(name);
  }

  /** The same, only if it was asked for before. */
  @Nullable LeanType known(String name) {
    return types.get(name);
  }

  /** All that were asked for before. */
  Collection<LeanType> known() {
    return types.values();
  }

  /** The class that a name means; null if it means none. Those of the JDK come first. */
  @Nullable LeanType find(String name) {
    LeanType known = types.get(name);
    if (known == null) {
      known = read(name);
      if (known != null) {
        types.put(name, known);
        for (LeanType parent : parents(known)) {
          known.parents.add(parent);
          parent.children.add(known);
        }
      }
    }
    return known;
  }

  private @Nullable LeanType read(String name) {
    ModuleName module = owners.get(name);
    if (module != null) {
      byte[] bytes = catalog.file(module, name + CLASS).orElseThrow();
      return new LeanType(name, Optional.of(module.value()), List.of(parse(name, bytes)));
    }
    ReachedClass found = application.find(name);
    return found == null
        ? null
        : new LeanType(
            name,
            Optional.empty(),
            found.definitions().stream().map(ClassDefinition::file).toList());
  }

  private ClassFile parse(String name, byte[] bytes) {
    try {
      return reader.read(bytes);
    } catch (BadClassFileException e) {
      throw new IllegalStateException(name + " of the JDK: " + e.getMessage(), e);
    }
  }

  private List<LeanType> parents(LeanType type) {
    List<LeanType> parents = new ArrayList<>();
    for (ClassFile file : type.files) {
      List<String> names = new ArrayList<>();
      if (file.superName() != null) {
        names.add(file.superName());
      }
      names.addAll(file.interfaces());
      for (String name : names) {
        LeanType parent = name.equals(type.name) ? null : find(name);
        if (parent != null && !parents.contains(parent)) {
          parents.add(parent);
        }
      }
    }
    return parents;
  }
}
