package dev.parka.runtime.classes;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes down what code is said to refer to, each thing once. */
record CodeEvents(SortedSet<String> events) implements CodeVisitor {

  /** What our own reader says of each method, by its signature. */
  static Map<String, SortedSet<String>> of(byte[] file) throws BadClassFileException {
    ClassFile read = new ClassFileReader(0xffff).read(file);
    Map<String, SortedSet<String>> methods = new TreeMap<>();
    for (ClassMember method : read.methods()) {
      SortedSet<String> events = new TreeSet<>();
      read.code(new CodeEvents(events)).read(method);
      methods.put(method.signature(), events);
    }
    return methods;
  }

  @Override
  public void type(String name) {
    events.add("type " + name);
  }

  @Override
  public void instantiation(String name) {
    events.add("new " + name);
  }

  @Override
  public void literal(String name) {
    events.add("literal " + name);
  }

  @Override
  public void field(MemberReference field, boolean isStatic) {
    events.add((isStatic ? "static field " : "field ") + field);
  }

  @Override
  public void call(MemberReference method, Call kind) {
    events.add(kind + " call " + method);
  }

  @Override
  public void string(String text) {
    events.add("string " + text);
  }
}
