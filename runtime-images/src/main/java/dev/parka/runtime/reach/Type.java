package dev.parka.runtime.reach;

import dev.parka.runtime.classes.ClassDefinition;
import dev.parka.runtime.classes.ClassFile;
import dev.parka.runtime.classes.ClassMember;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A class of the application among its supertypes, and what is known to happen to it. */
final class Type {

  final String name;
  final List<ClassDefinition> definitions;

  /** Its superclass and interfaces, as far as the application has them. */
  final Set<Type> parents = new LinkedHashSet<>();

  /** Those that the JDK has. */
  final Set<String> jdkParents = new LinkedHashSet<>();

  final List<Type> children = new ArrayList<>();

  /** The signatures that are called on it. */
  final Set<String> called = new LinkedHashSet<>();

  private List<Type> lineage = List.of();
  boolean loaded;
  boolean instantiated;
  boolean whole;
  private final Map<String, List<Method>> methods = new HashMap<>();
  private final List<Method> all = new ArrayList<>();
  private @Nullable Boolean window;

  /** A method and where it is. */
  record Method(Type type, ClassDefinition definition, ClassMember member) {}

  Type(String name, List<ClassDefinition> definitions) {
    this.name = name;
    this.definitions = definitions;
    for (ClassDefinition definition : definitions) {
      for (ClassMember member : definition.file().methods()) {
        Method method = new Method(this, definition, member);
        List<Method> same = methods.get(member.signature());
        if (same == null) {
          same = new ArrayList<>(1);
          methods.put(member.signature(), same);
        }
        same.add(method);
        all.add(method);
      }
    }
  }

  /** The names of its superclass and interfaces, whoever has them. */
  Set<String> parentNames() {
    Set<String> names = new LinkedHashSet<>();
    for (ClassDefinition definition : definitions) {
      ClassFile file = definition.file();
      if (file.superName() != null) {
        names.add(file.superName());
      }
      names.addAll(file.interfaces());
    }
    return names;
  }

  /** Those that it declares by this signature. */
  List<Method> declared(String signature) {
    return methods.getOrDefault(signature, List.of());
  }

  /** All that it declares. */
  List<Method> declared() {
    return all;
  }

  /** Itself and its supertypes, superclasses first; jars that disagree may make them its own. */
  List<Type> lineage() {
    if (lineage.isEmpty()) {
      Set<Type> found = new LinkedHashSet<>();
      Deque<Type> open = new ArrayDeque<>(List.of(this));
      while (!open.isEmpty()) {
        Type type = open.pop();
        if (found.add(type)) {
          List<Type> above = new ArrayList<>(type.parents);
          Collections.reverse(above);
          for (Type parent : above) {
            open.push(parent);
          }
        }
      }
      lineage = List.copyOf(found);
    }
    return lineage;
  }

  /**
   * What a call by this signature leads to: its own method or the nearest that a superclass has,
   * else those of its interfaces, whichever of them is the most specific.
   */
  List<Method> resolve(String signature) {
    List<Method> ofInterfaces = new ArrayList<>();
    for (Type type : lineage()) {
      List<Method> declared = type.declared(signature);
      if (!declared.isEmpty() && (type == this || !type.isInterface())) {
        return declared;
      }
      ofInterfaces.addAll(declared);
    }
    return ofInterfaces;
  }

  /** Whether it is a window, which cannot be made without a display. */
  boolean isWindow() {
    Boolean known = window;
    if (known == null) {
      known = isBelowWindow();
      window = known;
    }
    return known;
  }

  private boolean isBelowWindow() {
    for (Type ancestor : lineage()) {
      for (String parent : ancestor.jdkParents) {
        if (Display.isWindow(parent)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isInterface() {
    for (ClassDefinition definition : definitions) {
      if (!definition.file().isInterface()) {
        return false;
      }
    }
    return true;
  }
}
