package dev.parka.processor;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The annotations of a class file that no virtual machine looks at: those whose retention is {@code
 * CLASS}, such as {@code lombok.Generated}. The jar that they are of is needed by compilers alone.
 */
final class CompileTimeAnnotations extends ClassVisitor {

  /** The attribute that holds them (JVMS 4.7.17). */
  static final String ATTRIBUTE = "RuntimeInvisibleAnnotations";

  private final Set<String> descriptors = new HashSet<>();

  private CompileTimeAnnotations() {
    super(Opcodes.ASM9);
  }

  /** Their descriptors, such as {@code Llombok/Generated;}; none of what is damaged. */
  static Set<String> of(byte[] classFile) {
    CompileTimeAnnotations found = new CompileTimeAnnotations();
    try {
      new ClassReader(classFile).accept(found, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    } catch (RuntimeException e) {
      // The inference reads the same file and says what is wrong with it.
      return Set.of();
    }
    return found.descriptors;
  }

  private void note(String descriptor, boolean visible) {
    if (!visible) {
      descriptors.add(descriptor);
    }
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    note(descriptor, visible);
    return super.visitAnnotation(descriptor, visible);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    return new MethodVisitor(Opcodes.ASM9) {
      @Override
      public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        note(annotation, visible);
        return super.visitAnnotation(annotation, visible);
      }
    };
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    return new FieldVisitor(Opcodes.ASM9) {
      @Override
      public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        note(annotation, visible);
        return super.visitAnnotation(annotation, visible);
      }
    };
  }
}
