package dev.parka.runtime.complete;

import dev.parka.runtime.classes.ClassDefinition;
import dev.parka.runtime.classes.ClassFile;
import dev.parka.runtime.classes.ClassFileReader;
import dev.parka.runtime.classes.ClassMember;
import dev.parka.runtime.classes.MemberReference;
import dev.parka.runtime.modules.ReachedApplication;
import dev.parka.runtime.reach.JdkClassFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks fields and methods up in classes and their supertypes (JVMS 5.4.3). */
final class Members {

  /** Of these every signature is a method (JVMS 2.9.3). */
  private static final Set<String> POLYMORPHIC =
      Set.of("java/lang/invoke/MethodHandle", "java/lang/invoke/VarHandle");

  private final ReachedApplication application;
  private final ClassFileReader reader;
  private final JdkClassFiles jdk;
  private final Map<String, Type> types = new HashMap<>();

  /**
   * What a class declares.
   *
   * @param isKnown whether there is such a class at all
   * @param signatures names with descriptors of its fields and methods
   * @param parents its superclass and interfaces
   */
  private record Type(boolean isKnown, Set<String> signatures, List<String> parents) {}

  Members(ReachedApplication application) {
    this.application = application;
    this.jdk = new JdkClassFiles(application.jdk());
    this.reader = new ClassFileReader(application.classes().featureVersion());
  }

  /** Whether a member is certainly not there: each class that could have it is known. */
  boolean isMissing(MemberReference member) {
    return !POLYMORPHIC.contains(member.owner())
        && isMissing(member.owner(), member.signature(), new HashSet<>());
  }

  private boolean isMissing(String owner, String signature, Set<String> seen) {
    if (!seen.add(owner)) {
      return true;
    }
    Type type = type(owner);
    if (!type.isKnown() || type.signatures().contains(signature)) {
      return false;
    }
    for (String parent : type.parents()) {
      if (!isMissing(parent, signature, seen)) {
        return false;
      }
    }
    // Interfaces have the public methods of Object, too.
    return type.parents().contains("java/lang/Object")
        || owner.equals("java/lang/Object")
        || isMissing("java/lang/Object", signature, seen);
  }

  private Type type(String name) {
    Type known = types.get(name);
    if (known == null) {
      known = read(name);
      types.put(name, known);
    }
    return known;
  }

  private Type read(String name) {
    List<ClassFile> files = new ArrayList<>();
    if (application.classes().has(name)) {
      for (ClassDefinition definition : application.classes().read(name, reader)) {
        files.add(definition.file());
      }
    } else {
      ClassFile file = jdk.read(name);
      if (file != null) {
        files.add(file);
      }
    }
    Set<String> signatures = new HashSet<>();
    List<String> parents = new ArrayList<>();
    for (ClassFile file : files) {
      for (ClassMember member : file.fields()) {
        signatures.add(member.signature());
      }
      for (ClassMember member : file.methods()) {
        signatures.add(member.signature());
      }
      String superName = file.superName();
      if (superName != null) {
        parents.add(superName);
      }
      parents.addAll(file.interfaces());
    }
    return new Type(!files.isEmpty(), signatures, parents);
  }
}
