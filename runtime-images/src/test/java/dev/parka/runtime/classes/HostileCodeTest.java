package dev.parka.runtime.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.testing.Compiled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Code that no compiler writes: it is read, or told of, and always comes to an end. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileCodeTest {

  private static final Handle BOOTSTRAP =
      new Handle(Opcodes.H_INVOKESTATIC, "p/B", "make", "()Ljava/lang/Object;", false);

  private final Random random = new Random(5);
  private final ClassWriter writer = new ClassWriter(0);

  @Test
  void readsNoCodeThatCannotBeReached() throws BadClassFileException {
    MethodVisitor code = begin();
    Label end = new Label();
    code.visitJumpInsn(Opcodes.GOTO, end);
    code.visitLdcInsn("dead");
    code.visitInsn(Opcodes.POP);
    code.visitLabel(end);
    code.visitLdcInsn("alive");
    code.visitInsn(Opcodes.ARETURN);

    assertThat(read()).containsExactly("string alive");
  }

  @Test
  void readsHandlersOfCodeThatIsReachedOnly() throws BadClassFileException {
    MethodVisitor code = begin();
    Label dead = new Label();
    Label deadEnd = new Label();
    Label deadHandler = new Label();
    code.visitInsn(Opcodes.ACONST_NULL);
    code.visitInsn(Opcodes.ARETURN);
    code.visitLabel(dead);
    code.visitInsn(Opcodes.NOP);
    code.visitLabel(deadEnd);
    code.visitLabel(deadHandler);
    code.visitLdcInsn("dead");
    code.visitInsn(Opcodes.ARETURN);
    code.visitTryCatchBlock(dead, deadEnd, deadHandler, "p/Never");

    assertThat(read()).isEmpty();
  }

  @Test
  void readsHandlersOfHandlers() throws BadClassFileException {
    MethodVisitor code = begin();
    Label[] at = new Label[4];
    for (int i = 0; i < at.length; i++) {
      at[i] = new Label();
      code.visitLabel(at[i]);
      code.visitLdcInsn("at " + i);
      code.visitInsn(Opcodes.ARETURN);
    }
    // Out of order, and the last covers itself.
    code.visitTryCatchBlock(at[2], at[3], at[3], "p/C");
    code.visitTryCatchBlock(at[0], at[1], at[1], "p/A");
    code.visitTryCatchBlock(at[1], at[2], at[2], null);

    assertThat(read())
        .containsExactly(
            "string at 0", "string at 1", "string at 2", "string at 3", "type p/A", "type p/C");
  }

  @Test
  void readsManyHandlersInNoTime() throws BadClassFileException {
    MethodVisitor code = begin();
    Label[] at = new Label[20_000];
    for (int i = 0; i < at.length; i++) {
      at[i] = new Label();
      code.visitLabel(at[i]);
      code.visitInsn(Opcodes.ACONST_NULL);
      code.visitInsn(Opcodes.ARETURN);
    }
    for (int i = at.length - 2; i >= 0; i--) {
      code.visitTryCatchBlock(at[i], at[i + 1], at[i + 1], "p/E" + i);
    }

    assertThat(read()).hasSize(at.length - 1);
  }

  @Test
  void followsDynamicConstantsOnce() throws BadClassFileException {
    MethodVisitor code = begin();
    int count = 30;
    for (int i = 0; i < count; i++) {
      code.visitLdcInsn(
          new ConstantDynamic("c" + i, "Ljava/lang/Object;", BOOTSTRAP, "a" + i, "b" + i));
    }
    code.visitInsn(Opcodes.ARETURN);
    writer.visitEnd();
    byte[] file = writer.toByteArray();
    ClassReader pool = new ClassReader(file);
    int[] dynamics =
        IntStream.range(1, pool.getItemCount())
            .filter(i -> pool.getItem(i) != 0 && pool.readByte(pool.getItem(i) - 1) == 17)
            .toArray();
    // Each bootstrap method: its handle, 2, and two arguments that become the next constant.
    for (int i = 0; i < count - 1; i++) {
      int arguments = file.length - 8 * (count - i) + 4;
      ByteBuffer.wrap(file).putShort(arguments, (short) dynamics[i + 1]);
      ByteBuffer.wrap(file).putShort(arguments + 2, (short) dynamics[i + 1]);
    }

    assertThat(CodeEvents.of(file).get("run()Ljava/lang/Object;"))
        .hasSize(3)
        .contains("string a29", "string b29");
  }

  @Test
  void survivesSwitchesOfAnySize() throws BadClassFileException {
    byte[] table = switchOf(Opcodes.TABLESWITCH, 0, Integer.MIN_VALUE, Integer.MAX_VALUE);
    byte[] lookup = switchOf(Opcodes.LOOKUPSWITCH, 0, -1, 0);

    assertThatThrownBy(() -> CodeEvents.of(table)).isInstanceOf(BadClassFileException.class);
    assertThatThrownBy(() -> CodeEvents.of(lookup)).isInstanceOf(BadClassFileException.class);
  }

  @Test
  void survivesChangedCode() {
    byte[] good =
        Compiled.single(
            """
            package p;
            class A {
              Object run(int i, String s) throws Exception {
                try {
                  switch (i) { case 1, 2, 3: return "one"; case 4000: return new int[2][3]; }
                  switch (s) { case "a": return String.class; default: i += 1000; }
                  for (long l = 0; l < i; l++) { Runnable r = () -> s.isEmpty(); r.run(); }
                  return s + i + null;
                } catch (RuntimeException e) {
                  throw new Exception("bad", e);
                } finally {
                  System.gc();
                }
              }
            }
            """);
    int bad = 0;
    int begin = new String(good, StandardCharsets.ISO_8859_1).indexOf("LineNumber");
    for (int i = 0; i < 10_000; i++) {
      byte[] changed = good.clone();
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        changed[begin + random.nextInt(good.length - begin)] = (byte) random.nextInt(256);
      }
      try {
        CodeEvents.of(changed);
      } catch (BadClassFileException e) {
        bad++;
      }
    }
    assertThat(bad).isBetween(1_000, 9_999);
  }

  private MethodVisitor begin() {
    writer.visit(Opcodes.V17, 0, "p/A", null, "java/lang/Object", null);
    MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_STATIC, "run", "()Ljava/lang/Object;", null, null);
    code.visitCode();
    return code;
  }

  private List<String> read() throws BadClassFileException {
    writer.visitEnd();
    Map<String, SortedSet<String>> read = CodeEvents.of(writer.toByteArray());
    return List.copyOf(read.getOrDefault("run()Ljava/lang/Object;", new TreeSet<>()));
  }

  /** A method whose code is a switch, then its default, then these numbers. */
  private static byte[] switchOf(int opcode, int... numbers) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, 0, "p/A", null, "java/lang/Object", null);
    MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_STATIC, "run", "()Ljava/lang/Object;", null, null);
    for (int i = 0; i < 4 + 4 * numbers.length; i++) {
      code.visitInsn(Opcodes.NOP);
    }
    code.visitInsn(Opcodes.DUP_X2);
    byte[] file = writer.toByteArray();
    int end = file.length - 1;
    while (file[end] != Opcodes.DUP_X2) {
      end--;
    }
    ByteBuffer bytes = ByteBuffer.wrap(file);
    bytes.position(end - 4 - 4 * numbers.length);
    bytes.put((byte) opcode).put(new byte[3]);
    for (int number : numbers) {
      bytes.putInt(number);
    }
    return file;
  }
}
