package dev.parka.runtime.reach;

import dev.parka.runtime.classes.ClassDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The references of an application, each name once. */
final class References {

  private final Map<String, Reference> byName = new HashMap<>();
  private final List<Reference> all = new ArrayList<>();

  /** The one of this name. */
  Reference of(String name) {
    Reference known = byName.get(name);
    if (known == null) {
      known = new Reference(name, all.size());
      byName.put(name, known);
      all.add(known);
    }
    return known;
  }

  /** A class with all that its definitions refer to. */
  ReachedClass resolve(ReachedClass found) {
    List<Reference> references = new ArrayList<>();
    for (ClassDefinition definition : found.definitions()) {
      for (String name : definition.file().references()) {
        references.add(of(name));
      }
    }
    return new ReachedClass(
        found.name(),
        found.definitions(),
        references,
        found.strings(),
        found.names(),
        found.step());
  }

  /** Those that there are, by their numbers. */
  List<Reference> all() {
    return List.copyOf(all);
  }
}
