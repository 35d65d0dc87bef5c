package dev.parka.runtime.reach;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The hierarchy of an application's types, as far as somebody has asked for them. */
final class Types {

  private final Reached reached;
  private final JdkTypes jdk;
  private final Map<String, Type> types = new LinkedHashMap<>();

  /** The types of classes that were reached, some of which extend those of the JDK. */
  Types(Reached reached, JdkTypes jdk) {
    this.reached = reached;
    this.jdk = jdk;
  }

  /** The type of this internal name, with its supertypes; null if the class was not reached. */
  @Nullable Type find(String name) {
    Type type = types.get(name);
    if (type == null) {
      ReachedClass found = reached.find(name);
      if (found == null) {
        return null;
      }
      type = new Type(name, found.definitions());
      types.put(name, type);
      for (String parentName : type.parentNames()) {
        Type parent = find(parentName);
        if (parent != null) {
          type.parents.add(parent);
          parent.children.add(type);
        } else {
          type.jdkParents.add(parentName);
        }
      }
    }
    return type;
  }

  /** What a type has of its own or inherits that is called as soon as there are objects of it. */
  List<Type.Method> calledOn(Type type) {
    List<Set<String>> byJdk = new ArrayList<>();
    byJdk.add(jdk.overridable("java/lang/Object"));
    for (Type ancestor : type.lineage()) {
      for (String parent : ancestor.jdkParents) {
        byJdk.add(jdk.overridable(parent));
      }
    }
    List<Type.Method> called = new ArrayList<>();
    for (Type ancestor : type.lineage()) {
      for (Type.Method method : ancestor.declared()) {
        String signature = method.member().signature();
        if (isCalled(type, signature, byJdk)) {
          called.addAll(type.resolve(signature));
        }
      }
    }
    return called;
  }

  /** What was called on a supertype before is called on the new object, too. */
  private static boolean isCalled(Type type, String signature, List<Set<String>> byJdk) {
    for (Type ancestor : type.lineage()) {
      if (ancestor.called.contains(signature)) {
        return true;
      }
    }
    for (Set<String> overridable : byJdk) {
      if (overridable.contains(signature)) {
        return true;
      }
    }
    return false;
  }

  /** The types that there are objects of, among one and all below it. */
  static Collection<Type> instantiatedBelow(Type top) {
    Collection<Type> instantiated = new ArrayList<>();
    Set<Type> found = new HashSet<>();
    Deque<Type> open = new ArrayDeque<>();
    open.push(top);
    while (!open.isEmpty()) {
      Type type = open.pop();
      if (found.add(type)) {
        if (type.instantiated) {
          instantiated.add(type);
        }
        for (Type child : type.children) {
          open.push(child);
        }
      }
    }
    return instantiated;
  }
}
