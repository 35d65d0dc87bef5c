package dev.parka.runtime.classes;

/**
 * A field or method that a class file refers to.
 *
 * @param owner the internal name of the class that it is looked up in, or an array's descriptor
 * @param name its name, such as {@code <init>}
 * @param descriptor its descriptor (JVMS 4.3)
 * @param signature name and descriptor in one: what overrides a method has the same
 */
public record MemberReference(String owner, String name, String descriptor, String signature) {

  MemberReference(String owner, String name, String descriptor) {
    this(owner, name, descriptor, name + descriptor);
  }
}
