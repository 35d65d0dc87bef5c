package dev.parka.runtime.testing;

import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;

/** Module descriptors that no compiler has to find the required modules for. */
public final class Descriptors {

  private final ClassWriter writer = new ClassWriter(0);
  private final ModuleVisitor module;

  private Descriptors(String name) {
    writer.visit(Opcodes.V17, Opcodes.ACC_MODULE, "module-info", null, null, null);
    module = writer.visitModule(name, 0, null);
    module.visitRequire("java.base", Opcodes.ACC_MANDATED, null);
  }

  /** A module of this name that requires {@code java.base}. */
  public static Descriptors module(String name) {
    return new Descriptors(name);
  }

  public Descriptors requires(String... names) {
    for (String name : names) {
      module.visitRequire(name, 0, null);
    }
    return this;
  }

  public Descriptors requiresStatic(String name) {
    module.visitRequire(name, Opcodes.ACC_STATIC_PHASE, null);
    return this;
  }

  public Descriptors exports(String packageName) {
    module.visitExport(packageName.replace('.', '/'), 0);
    return this;
  }

  public Descriptors uses(String service) {
    module.visitUse(service.replace('.', '/'));
    return this;
  }

  public Descriptors provides(String service, String provider) {
    module.visitProvide(service.replace('.', '/'), provider.replace('.', '/'));
    return this;
  }

  public Descriptors mainClass(String name) {
    module.visitMainClass(name.replace('.', '/'));
    return this;
  }

  /** A jar with the descriptor and, by path, these other files. */
  public Jars.Entries with(Map<String, byte[]> files) {
    Jars.Entries entries = Jars.entries().bytes("module-info.class", bytes());
    files.forEach(entries::bytes);
    return entries;
  }

  public byte[] bytes() {
    module.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }
}
