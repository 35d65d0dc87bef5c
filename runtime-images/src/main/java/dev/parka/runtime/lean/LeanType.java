package dev.parka.runtime.lean;

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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A class of the application or of the JDK among its supertypes, and what happens to it. */
final class LeanType {

  final String name;

  /** The module of the JDK that has it; empty for a class of the application. */
  final Optional<String> module;

  /** What defines it: of an application two jars may. */
  final List<ClassFile> files;

  final List<LeanType> parents = new ArrayList<>();
  final List<LeanType> children = new ArrayList<>();

  /** The signatures that are called on it, in the order in which that was found. */
  final Set<String> called = new LinkedHashSet<>();

  /** Why it is there, once it has to be. */
  @Nullable Why why;

  boolean initialised;
  boolean instantiated;
  boolean whole;

  /** Whether all is there that its signatures name. */
  boolean described;

  private final boolean isInterface;
  private final Map<String, List<Method>> methods = new HashMap<>();
  private final List<Method> all = new ArrayList<>();
  private List<LeanType> lineage = List.of();

  /** A method and where it is. */
  record Method(LeanType type, ClassFile file, ClassMember member) {}

  /**
   * Why a class is there.
   *
   * @param from the class that led to it; null for a root
   * @param note how it led there; of a root, what needs it
   */
  record Why(@Nullable LeanType from, String note) {}

  LeanType(String name, Optional<String> module, List<ClassFile> files) {
    this.name = name;
    this.module = module;
    this.files = files;
    this.isInterface = files.stream().allMatch(ClassFile::isInterface);
    for (ClassFile file : files) {
      for (ClassMember member : file.methods()) {
        Method method = new Method(this, file, member);
        methods.computeIfAbsent(member.signature(), s -> new ArrayList<>(1)).add(method);
        all.add(method);
      }
    }
  }

  boolean isOfJdk() {
    return module.isPresent();
  }

  /** Whether it has to be there. */
  boolean isLoaded() {
    return why != null;
  }

  /** Whether something other than a class needs it: a user, a native library, a recorded run. */
  boolean isRoot() {
    return why != null && why.from() == null;
  }

  /** All methods that it declares. */
  List<Method> declared() {
    return all;
  }

  /** Those that it declares by this signature. */
  List<Method> declared(String signature) {
    return methods.getOrDefault(signature, List.of());
  }

  /** Itself and its supertypes, superclasses first. */
  List<LeanType> lineage() {
    if (lineage.isEmpty()) {
      Set<LeanType> found = new LinkedHashSet<>();
      Deque<LeanType> open = new ArrayDeque<>(List.of(this));
      while (!open.isEmpty()) {
        LeanType type = open.pop();
        if (found.add(type)) {
          List<LeanType> above = new ArrayList<>(type.parents);
          Collections.reverse(above);
          above.forEach(open::push);
        }
      }
      lineage = List.copyOf(found);
    }
    return lineage;
  }

  /** Whether it is a class of this name, or a subtype of it. */
  boolean isA(String ancestor) {
    return lineage().stream().anyMatch(type -> type.name.equals(ancestor));
  }

  /**
   * What a call by this signature leads to: its own method or the nearest that a superclass has,
   * else those of its interfaces, whichever of them is the most specific.
   */
  List<Method> resolve(String signature) {
    List<Method> ofInterfaces = new ArrayList<>();
    for (LeanType type : lineage()) {
      List<Method> declared = type.declared(signature);
      if (!declared.isEmpty() && (type == this || !type.isInterface())) {
        return declared;
      }
      ofInterfaces.addAll(declared);
    }
    return ofInterfaces;
  }

  boolean isInterface() {
    return isInterface;
  }

  @Override
  public String toString() {
    return name;
  }
}
