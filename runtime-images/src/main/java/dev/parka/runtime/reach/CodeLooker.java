package dev.parka.runtime.reach;

import dev.parka.runtime.classes.BadClassFileException;
import dev.parka.runtime.classes.ClassDefinition;
import dev.parka.runtime.classes.ClassMember;
import dev.parka.runtime.classes.CodeReader;
import dev.parka.runtime.classes.CodeVisitor;
import dev.parka.runtime.classes.MemberReference;

/** Looks at the code of one class, a method at a time, and tells what it does. */
final class CodeLooker implements CodeVisitor {

  private final MethodReach reach;
  private final CodeReader reader;
  private final Executed.Code code;
  private Use use;

  CodeLooker(MethodReach reach, ClassDefinition definition, Use use) {
    this.reach = reach;
    this.reader = definition.file().code(this);
    this.code = reach.code(use);
    this.use = use;
  }

  void look(ClassMember method, Use by) throws BadClassFileException {
    use = by;
    reader.read(method);
  }

  @Override
  public void type(String name) {
    Type type = reach.type(name);
    if (type == null) {
      reach.useOfJdk(name, use);
    } else {
      reach.load(type, use);
    }
  }

  @Override
  public void instantiation(String name) {
    Type type = reach.type(name);
    if (type == null) {
      reach.useOfJdk(name, use);
    } else if (type.isWindow()) {
      reach.load(type, use);
    } else {
      reach.instantiate(type, use);
    }
  }

  @Override
  public void literal(String name) {
    if (name.equals(use.definition().file().name())) {
      return;
    }
    reach.useOfJdk(name, use);
    if (reach.reflects(use.definition())) {
      reach.whole(name, use);
    } else {
      reach.create(name, use);
    }
  }

  @Override
  public void field(MemberReference field, boolean isStatic) {
    Type type = reach.type(field.owner());
    if (type == null) {
      member(field);
    } else {
      reach.load(type, use);
    }
  }

  @Override
  public void call(MemberReference method, Call kind) {
    if (method.owner().startsWith("[")) {
      return;
    }
    Type type = reach.type(method.owner());
    if (type == null) {
      member(method);
      return;
    }
    reach.load(type, use);
    String signature = method.signature();
    if (kind == Call.STATIC || kind == Call.SPECIAL) {
      reach.reach(type.resolve(signature), use);
    } else {
      reach.call(type, signature, use);
    }
  }

  @Override
  public void string(String text) {
    if (text.length() <= ClassNames.LONGEST) {
      code.strings.add(text);
      String name = ClassNames.internal(text);
      if (name != null) {
        reach.whole(name, use);
      }
    }
  }

  /** A window cannot be made: its constructor throws. */
  @Override
  public boolean returns(MemberReference method) {
    return !method.name().equals("<init>") || !reach.isWindow(method.owner());
  }

  private void member(MemberReference member) {
    reach.useOfJdk(member.owner(), use);
    if (reach.isUsed(member.owner())) {
      code.members.add(member);
    }
  }
}
