package dev.parka.runtime.classes;

import java.lang.reflect.Modifier;
import java.util.List;

/**
 * A field or method that a class file declares.
 *
 * @param access its access flags (JVMS 4.5, 4.6)
 * @param name its name, such as {@code <clinit>}
 * @param descriptor its descriptor (JVMS 4.3)
 * @param annotations the types of its runtime-visible annotations
 * @param signature name and descriptor in one: what overrides a method has the same
 * @param code where its Code attribute begins in the class file; 0 if it has none
 */
public record ClassMember(
    int access,
    String name,
    String descriptor,
    List<String> annotations,
    String signature,
    int code) {

  ClassMember(int access, String name, String descriptor, List<String> annotations, int code) {
    this(access, name, descriptor, annotations, name + descriptor, code);
  }

  /** Whether it is static. */
  public boolean isStatic() {
    return Modifier.isStatic(access);
  }
}
