package dev.parka.runtime.classes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What ASM says that a class refers to, and which annotations it can be seen to have. */
final class AsmReferences extends ClassVisitor {

  /** The tag of class constants (JVMS 4.4.1). */
  private static final int CLASS = 7;

  final SortedSet<String> references = new TreeSet<>();

  /** The annotation types of the class, under its own name, and of its members. */
  final Map<String, List<String>> annotations = new TreeMap<>();

  private String name = "";

  private AsmReferences() {
    super(Opcodes.ASM9);
  }

  static AsmReferences of(byte[] file) {
    AsmReferences found = new AsmReferences();
    ClassReader reader = new ClassReader(file);
    reader.accept(found, 0);
    found.addUnused(reader);
    found.references.remove(found.name);
    return found;
  }

  /** The classes whose constants the compiler has put in: they stay in the constant pool. */
  private void addUnused(ClassReader reader) {
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int index = 1; index < reader.getItemCount(); index++) {
      int item = reader.getItem(index);
      if (item != 0 && reader.readByte(item - 1) == CLASS) {
        internal(reader.readUTF8(item, buffer));
      }
    }
  }

  private void internal(@Nullable String internalName) {
    if (internalName != null) {
      type(Type.getObjectType(internalName));
    }
  }

  private void type(Type type) {
    switch (type.getSort()) {
      case Type.OBJECT -> references.add(type.getInternalName());
      case Type.ARRAY -> type(type.getElementType());
      case Type.METHOD -> {
        type(type.getReturnType());
        for (Type argument : type.getArgumentTypes()) {
          type(argument);
        }
      }
      default -> {}
    }
  }

  private void constant(Object value) {
    if (value instanceof Type type) {
      type(type);
    } else if (value instanceof Handle handle) {
      internal(handle.getOwner());
      type(Type.getType(handle.getDesc()));
    } else if (value instanceof ConstantDynamic dynamic) {
      type(Type.getType(dynamic.getDescriptor()));
      constant(dynamic.getBootstrapMethod());
      for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
        constant(dynamic.getBootstrapMethodArgument(i));
      }
    }
  }

  private @Nullable AnnotationVisitor annotation(String on, String descriptor, boolean visible) {
    if (!visible) {
      return null;
    }
    annotations
        .computeIfAbsent(on, o -> new ArrayList<>())
        .add(Type.getType(descriptor).getInternalName());
    return new Values();
  }

  @Override
  public void visit(
      int version,
      int access,
      String className,
      @Nullable String signature,
      @Nullable String superName,
      String[] interfaces) {
    name = className;
    internal(superName);
    for (String parent : interfaces) {
      internal(parent);
    }
  }

  @Override
  public void visitNestHost(String host) {
    internal(host);
  }

  @Override
  public void visitNestMember(String member) {
    internal(member);
  }

  @Override
  public void visitPermittedSubclass(String subclass) {
    internal(subclass);
  }

  @Override
  public void visitInnerClass(
      String inner, @Nullable String outer, @Nullable String innerName, int access) {
    internal(inner);
    internal(outer);
  }

  @Override
  public void visitOuterClass(String owner, @Nullable String method, @Nullable String descriptor) {
    internal(owner);
    if (descriptor != null) {
      type(Type.getType(descriptor));
    }
  }

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return annotation(name, descriptor, visible);
  }

  @Override
  public FieldVisitor visitField(
      int access,
      String field,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    type(Type.getType(descriptor));
    return new FieldVisitor(Opcodes.ASM9) {
      @Override
      public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
        return annotation(field + descriptor, type, visible);
      }
    };
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String method,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    type(Type.getType(descriptor));
    for (String exception : exceptions == null ? new String[0] : exceptions) {
      internal(exception);
    }
    return new Method(method + descriptor);
  }

  /** The classes that annotations have for values. */
  private final class Values extends AnnotationVisitor {
    Values() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(@Nullable String element, Object value) {
      constant(value);
    }

    @Override
    public AnnotationVisitor visitAnnotation(@Nullable String element, String descriptor) {
      return this;
    }

    @Override
    public AnnotationVisitor visitArray(@Nullable String element) {
      return this;
    }
  }

  private final class Method extends MethodVisitor {
    private final String signature;

    Method(String signature) {
      super(Opcodes.ASM9);
      this.signature = signature;
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      return annotation(signature, descriptor, visible);
    }

    @Override
    public void visitFrame(
        int kind,
        int localCount,
        Object @Nullable [] locals,
        int stackCount,
        Object @Nullable [] stack) {
      for (int i = 0; locals != null && i < localCount; i++) {
        frame(locals[i]);
      }
      for (int i = 0; stack != null && i < stackCount; i++) {
        frame(stack[i]);
      }
    }

    private void frame(@Nullable Object verified) {
      if (verified instanceof String internalName) {
        internal(internalName);
      }
    }

    @Override
    public void visitTypeInsn(int opcode, String internalName) {
      internal(internalName);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
      type(Type.getType(descriptor));
    }

    @Override
    public void visitTryCatchBlock(
        Label from, Label to, Label handler, @Nullable String exception) {
      internal(exception);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
      internal(owner);
      type(Type.getType(descriptor));
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String method, String descriptor, boolean isInterface) {
      internal(owner);
      type(Type.getType(descriptor));
    }

    @Override
    public void visitLdcInsn(Object value) {
      constant(value);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String method, String descriptor, Handle bootstrap, Object... arguments) {
      type(Type.getType(descriptor));
      constant(bootstrap);
      for (Object argument : arguments) {
        constant(argument);
      }
    }
  }
}
