package dev.parka.runtime.lean;

import dev.parka.runtime.classes.CodeVisitor;
import dev.parka.runtime.classes.MemberReference;
import dev.parka.runtime.reach.ClassNames;
import java.util.function.Consumer;

/** The internal names of all classes that the code of a method refers to, or has the names of. */
final class ReferredTypes implements CodeVisitor {

  private static final int LONGEST = 300;

  private final Consumer<String> found;

  ReferredTypes(Consumer<String> found) {
    this.found = found;
  }

  static void inDescriptor(String descriptor, Consumer<String> found) {
    for (int i = descriptor.indexOf('L'); i >= 0; i = descriptor.indexOf('L', i)) {
      int end = descriptor.indexOf(';', i);
      found.accept(descriptor.substring(i + 1, end));
      i = end;
    }
  }

  @Override
  public void type(String name) {
    found.accept(name);
  }

  @Override
  public void instantiation(String name) {
    found.accept(name);
  }

  @Override
  public void literal(String name) {
    found.accept(name);
  }

  @Override
  public void field(MemberReference field, boolean isStatic) {
    found.accept(field.owner());
  }

  @Override
  public void call(MemberReference method, Call kind) {
    found.accept(method.owner());
    if (kind != Call.SPECIAL && method.owner().startsWith("java/lang/invoke/")) {
      inDescriptor(method.descriptor(), found);
    }
  }

  @Override
  public void string(String text) {
    String name = text.length() <= LONGEST ? ClassNames.internal(text) : null;
    if (name != null) {
      found.accept(name);
    }
  }
}
