package dev.parka.runtime.reach;

import dev.parka.runtime.classes.ApplicationClasses;
import dev.parka.runtime.classes.BadClassFileException;
import dev.parka.runtime.classes.ClassDefinition;
import dev.parka.runtime.classes.ClassFileReader;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** Reads many classes side by side; readers are not shared, but used again. */
final class ClassReaders {

  private final ApplicationClasses application;
  private final int featureVersion;
  private final ConcurrentLinkedQueue<ClassFileReader> idle = new ConcurrentLinkedQueue<>();

  ClassReaders(ApplicationClasses application) {
    this.application = application;
    this.featureVersion = application.featureVersion();
  }

  /**
   * Reads the classes of these names, in their order; those that have no good file are left out.
   * Their references have not been looked up yet.
   */
  List<ReachedClass> read(SortedMap<String, Step> steps) {
    Stream<Map.Entry<String, Step>> entries = List.copyOf(steps.entrySet()).parallelStream();
    return entries
        .map(entry -> read(entry.getKey(), entry.getValue()))
        .filter(c -> !c.definitions().isEmpty())
        .toList();
  }

  private ReachedClass read(String name, Step step) {
    ClassFileReader reader = idle.poll();
    if (reader == null) {
      reader = new ClassFileReader(featureVersion);
    }
    List<ClassDefinition> definitions = application.read(name, reader);
    Set<String> strings = new HashSet<>();
    for (ClassDefinition definition : definitions) {
      try {
        strings.addAll(definition.file().strings(ClassNames.LONGEST));
      } catch (BadClassFileException e) {
        application.damaged(definition, e);
      }
    }
    idle.add(reader);
    Set<String> names = new HashSet<>();
    for (String text : strings) {
      String found = ClassNames.internal(text);
      if (found != null) {
        names.add(found);
      }
    }
    return new ReachedClass(name, definitions, List.of(), strings, names, step);
  }
}
