package dev.parka.runtime.link;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.jdk.Jdk;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Puts a constant where {@code ImmutableCollections} asks for the time when it is initialised. */
final class ConstantSalt extends ClassVisitor {

  /** Any number but 0, which means "none" to the class. */
  private static final long SALT = 1;

  private static final String NAME = "java.util.ImmutableCollections";
  private static final String FIX = "link with a JDK as its maker built it, such as 17, 21 or 25";

  private int replaced;

  private ConstantSalt(ClassVisitor next) {
    super(Opcodes.ASM9, next);
  }

  /**
   * The class with its one call of {@code System.nanoTime()} replaced.
   *
   * @throws ParkaException [DamagedJdk] if there is not exactly one, or this is no class file
   */
  static byte[] in(byte[] classFile, Jdk jdk) {
    ConstantSalt salt;
    ClassWriter writer;
    try {
      ClassReader reader = new ClassReader(classFile);
      writer = new ClassWriter(reader, 0);
      salt = new ConstantSalt(writer);
      reader.accept(salt, 0);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new ParkaException(
          RuntimeProblem.DAMAGED_JDK, NAME + " of " + jdk.home() + " is no class file", FIX, e);
    }
    if (salt.replaced != 1) {
      throw new ParkaException(
          RuntimeProblem.DAMAGED_JDK,
          NAME + " of " + jdk.home() + " asks for the time " + salt.replaced + " times, not once",
          FIX);
    }
    return writer.toByteArray();
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    return name.equals("<clinit>") ? new Initializer(next) : next;
  }

  private final class Initializer extends MethodVisitor {

    Initializer(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (owner.equals("java/lang/System") && name.equals("nanoTime")) {
        replaced++;
        visitLdcInsn(SALT);
      } else {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      }
    }
  }
}
