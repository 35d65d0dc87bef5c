package dev.parka.runtime.lean;

import dev.parka.runtime.classes.BadClassFileException;
import dev.parka.runtime.classes.ClassFile;
import dev.parka.runtime.classes.ClassMember;
import dev.parka.runtime.classes.CodeReader;
import dev.parka.runtime.classes.CodeVisitor;
import dev.parka.runtime.classes.MemberReference;
import dev.parka.runtime.reach.ClassNames;
import java.util.Set;

/** Looks at the code of one class, a method at a time, and tells what it does. */
final class LeanCode implements CodeVisitor {

  /** Of these every signature is a method, and the virtual machine finds the types in it. */
  private static final Set<String> POLYMORPHIC =
      Set.of("java/lang/invoke/MethodHandle", "java/lang/invoke/VarHandle");

  private static final int LONGEST = 300;

  private final LeanReach reach;
  private final LeanReflection reflection;
  private final LeanType type;
  private final CodeReader reader;

  LeanCode(LeanReach reach, LeanReflection reflection, LeanType type, ClassFile file) {
    this.reach = reach;
    this.reflection = reflection;
    this.type = type;
    this.reader = file.code(this);
  }

  void look(ClassMember method) throws BadClassFileException {
    reader.read(method);
  }

  @Override
  public void type(String name) {
    reach.load(name, type, "refers to");
  }

  @Override
  public void instantiation(String name) {
    LeanType made = reach.find(name);
    if (made != null) {
      reach.instantiate(made, type, "makes");
    }
  }

  @Override
  public void literal(String name) {
    LeanType named = reach.find(name);
    if (named != null) {
      reflection.literal(named, type);
    }
  }

  @Override
  public void field(MemberReference field, boolean isStatic) {
    LeanType owner = reach.find(field.owner());
    if (owner == null) {
      return;
    }
    if (isStatic) {
      reach.initialise(owner, type, "reads");
    } else {
      reach.load(owner, type, "reads");
    }
  }

  @Override
  public void call(MemberReference method, Call kind) {
    LeanType owner = reach.find(method.owner());
    if (owner == null) {
      return;
    }
    String signature = method.signature();
    switch (kind) {
      case STATIC -> {
        reach.initialise(owner, type, "calls");
        reach.reach(owner.resolve(signature), type);
      }
      case SPECIAL -> {
        reach.load(owner, type, "calls");
        reach.reach(owner.resolve(signature), type);
      }
      default -> {
        reach.load(owner, type, "calls");
        reach.call(owner, signature, type);
      }
    }
    if (POLYMORPHIC.contains(method.owner())) {
      reach.loadAll(method.descriptor(), type);
    }
  }

  @Override
  public void string(String text) {
    if (text.length() <= LONGEST) {
      String name = ClassNames.internal(text);
      LeanType named = name == null ? null : reach.find(name);
      if (named != null) {
        reflection.named(named, type);
      }
    }
  }
}
