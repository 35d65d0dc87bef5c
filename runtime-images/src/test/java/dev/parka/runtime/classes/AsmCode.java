package dev.parka.runtime.classes;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What ASM finds in the code of methods, in the words of {@link CodeEvents}. */
final class AsmCode extends ClassVisitor {

  private final Map<String, SortedSet<String>> methods = new TreeMap<>();

  private AsmCode() {
    super(Opcodes.ASM9);
  }

  /** The events of each method, by its signature. */
  static Map<String, SortedSet<String>> of(byte[] file) {
    AsmCode code = new AsmCode();
    new ClassReader(file).accept(code, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return code.methods;
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    SortedSet<String> events = new TreeSet<>();
    methods.put(name + descriptor, events);
    return new Method(events);
  }

  private static final class Method extends MethodVisitor {

    private final CodeEvents events;

    Method(SortedSet<String> events) {
      super(Opcodes.ASM9);
      this.events = new CodeEvents(events);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      if (opcode == Opcodes.NEW) {
        events.instantiation(type);
      } else {
        type(Type.getObjectType(type));
      }
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
      type(Type.getType(descriptor));
    }

    @Override
    public void visitTryCatchBlock(Label from, Label to, Label handler, @Nullable String type) {
      if (type != null) {
        events.type(type);
      }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
      events.field(new MemberReference(owner, name, descriptor), isStatic);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      events.call(
          new MemberReference(owner, name, descriptor),
          switch (opcode) {
            case Opcodes.INVOKEVIRTUAL -> CodeVisitor.Call.VIRTUAL;
            case Opcodes.INVOKEINTERFACE -> CodeVisitor.Call.INTERFACE;
            case Opcodes.INVOKESTATIC -> CodeVisitor.Call.STATIC;
            default -> CodeVisitor.Call.SPECIAL;
          });
    }

    @Override
    public void visitLdcInsn(Object value) {
      constant(value);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      constant(bootstrap);
      for (Object argument : arguments) {
        constant(argument);
      }
      Type made = Type.getReturnType(descriptor);
      if (made.getSort() == Type.OBJECT) {
        events.instantiation(made.getInternalName());
      }
    }

    private void constant(Object value) {
      if (value instanceof String text) {
        events.string(text);
      } else if (value instanceof Type type && type.getSort() != Type.METHOD) {
        Type element = element(type);
        if (element.getSort() == Type.OBJECT) {
          events.literal(element.getInternalName());
        }
      } else if (value instanceof Handle handle) {
        handle(handle);
      } else if (value instanceof ConstantDynamic dynamic) {
        constant(dynamic.getBootstrapMethod());
        for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
          constant(dynamic.getBootstrapMethodArgument(i));
        }
      }
    }

    private void handle(Handle handle) {
      MemberReference member =
          new MemberReference(handle.getOwner(), handle.getName(), handle.getDesc());
      switch (handle.getTag()) {
        case Opcodes.H_GETFIELD, Opcodes.H_PUTFIELD -> events.field(member, false);
        case Opcodes.H_GETSTATIC, Opcodes.H_PUTSTATIC -> events.field(member, true);
        case Opcodes.H_INVOKEVIRTUAL -> events.call(member, CodeVisitor.Call.VIRTUAL);
        case Opcodes.H_INVOKEINTERFACE -> events.call(member, CodeVisitor.Call.INTERFACE);
        case Opcodes.H_INVOKESTATIC -> events.call(member, CodeVisitor.Call.STATIC);
        case Opcodes.H_NEWINVOKESPECIAL -> {
          events.instantiation(member.owner());
          events.call(member, CodeVisitor.Call.SPECIAL);
        }
        default -> events.call(member, CodeVisitor.Call.SPECIAL);
      }
    }

    private void type(Type type) {
      Type element = element(type);
      if (element.getSort() == Type.OBJECT) {
        events.type(element.getInternalName());
      }
    }

    private static Type element(Type type) {
      return type.getSort() == Type.ARRAY ? type.getElementType() : type;
    }
  }
}
