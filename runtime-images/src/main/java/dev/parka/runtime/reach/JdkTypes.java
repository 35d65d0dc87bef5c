package dev.parka.runtime.reach;

import dev.parka.runtime.classes.ClassFile;
import dev.parka.runtime.classes.ClassMember;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the JDK may call of a class that extends or implements types of the JDK. */
final class JdkTypes {

  private final JdkClasses jdk;
  private final JdkClassFiles files;
  private final Map<String, Set<String>> overridable = new HashMap<>();

  JdkTypes(JdkClasses jdk) {
    this.jdk = jdk;
    this.files = new JdkClassFiles(jdk);
  }

  boolean has(String name) {
    return jdk.has(name);
  }

  /**
   * The signatures that objects of this type can be called by, those of its supertypes included.
   */
  Set<String> overridable(String name) {
    Set<String> known = overridable.get(name);
    if (known == null) {
      overridable.put(name, Set.of());
      known = new HashSet<>();
      collect(name, known);
      overridable.put(name, known);
    }
    return known;
  }

  private void collect(String name, Set<String> signatures) {
    ClassFile file = files.read(name);
    if (file == null) {
      return;
    }
    for (ClassMember method : file.methods()) {
      if ((method.access() & (Modifier.STATIC | Modifier.PRIVATE | Modifier.FINAL)) == 0
          && !method.name().startsWith("<")) {
        signatures.add(method.signature());
      }
    }
    if (file.superName() != null) {
      signatures.addAll(overridable(file.superName()));
    }
    for (String parent : file.interfaces()) {
      signatures.addAll(overridable(parent));
    }
  }
}
