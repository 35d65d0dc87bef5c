package dev.parka.processor;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.classes.SourceFile;
import dev.parka.runtime.classes.SourceFiles;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The classes of the modules that a compilation sees beside the JDK's. A module tells no place, but
 * the file manager tells that of any file in it. To ask the compiler for each class by its name
 * takes longer than to compile.
 */
final class ModulePathClasses {

  private static final String CLASS = ".class";

  /** A module that says what it is has the first, and an automatic one most often the second. */
  private static final List<String> USUAL = List.of("module-info.class", "META-INF/MANIFEST.MF");

  private final Elements elements;
  private final CompilerFiles files;

  private ModulePathClasses(Elements elements, CompilerFiles files) {
    this.elements = elements;
    this.files = files;
  }

  /** Where each class lies, by its internal name; nothing where no module path is used. */
  static Map<String, Path> find(Elements elements, CompilerFiles files) {
    return new ModulePathClasses(elements, files).find();
  }

  private Map<String, Path> find() {
    ModuleFinder system = ModuleFinder.ofSystem();
    Map<String, Path> places = new HashMap<>();
    for (ModuleElement module : elements.getAllModuleElements()) {
      String name = module.getQualifiedName().toString();
      if (!module.isUnnamed() && system.find(name).isEmpty()) {
        place(module, name).ifPresent(entry -> list(entry, places));
      }
    }
    return places;
  }

  /** Of the module that is being compiled there is none. */
  private Optional<Path> place(ModuleElement module, String name) {
    return Stream.concat(USUAL.stream(), aClass(module))
        .map(file -> files.moduleWith(name, file))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Stream<String> aClass(ModuleElement module) {
    return module.getEnclosedElements().stream()
        .flatMap(packageElement -> packageElement.getEnclosedElements().stream())
        .limit(1)
        .map(this::file);
  }

  private String file(Element type) {
    return elements.getBinaryName((TypeElement) type).toString().replace('.', '/') + CLASS;
  }

  private static void list(Path entry, Map<String, Path> places) {
    try {
      for (ClassSource source : ClassPath.of(List.of(entry)).sources()) {
        try (SourceFiles all = source.open()) {
          for (SourceFile file : all.list()) {
            if (file.name().endsWith(CLASS)) {
              String name = file.name();
              places.putIfAbsent(name.substring(0, name.length() - CLASS.length()), entry);
            }
          }
        }
      }
    } catch (IOException | ParkaException e) {
      // A module that cannot be read is one that the compiler complains of.
    }
  }
}
