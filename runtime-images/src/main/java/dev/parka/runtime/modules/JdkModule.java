package dev.parka.runtime.modules;

import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;

/**
 * One module of a JDK, as its descriptor says.
 *
 * @param name its name
 * @param requires what must be there with it; {@code requires static} is not among them
 * @param packages all its packages, exported or not
 * @param uses the services that it looks up
 * @param provides the services that it has providers of
 */
record JdkModule(
    ModuleName name,
    Set<ModuleName> requires,
    Set<String> packages,
    Set<String> uses,
    Set<String> provides) {

  /** JDK 17's class file version; module descriptors have not changed since 9. */
  private static final byte KNOWN_VERSION = 61;

  JdkModule {
    requires = Set.copyOf(requires);
    packages = Set.copyOf(packages);
    uses = Set.copyOf(uses);
    provides = Set.copyOf(provides);
  }

  /**
   * Reads a module descriptor. {@code java.lang.module} cannot read those of newer JDKs, and ASM
   * not those that are newer than itself: hence the version that it is shown.
   *
   * @throws RuntimeException of some kind if it is damaged
   */
  static JdkModule read(byte[] moduleInfo) {
    byte[] known = moduleInfo.clone();
    known[6] = 0;
    known[7] = KNOWN_VERSION;
    Reader reader = new Reader();
    new ClassReader(known).accept(reader, ClassReader.SKIP_DEBUG);
    return new JdkModule(
        new ModuleName(reader.name),
        reader.requires,
        reader.packages,
        reader.uses,
        reader.provides);
  }

  private static final class Reader extends ClassVisitor {
    private String name = "";
    private final Set<ModuleName> requires = new TreeSet<>();
    private final Set<String> packages = new TreeSet<>();
    private final Set<String> uses = new TreeSet<>();
    private final Set<String> provides = new TreeSet<>();

    Reader() {
      super(Opcodes.ASM9);
    }

    @Override
    public ModuleVisitor visitModule(String module, int access, String version) {
      name = module;
      return new ModuleVisitor(Opcodes.ASM9) {
        @Override
        public void visitRequire(String required, int flags, String requiredVersion) {
          if ((flags & Opcodes.ACC_STATIC_PHASE) == 0) {
            requires.add(new ModuleName(required));
          }
        }

        @Override
        public void visitPackage(String packaze) {
          packages.add(packaze.replace('/', '.'));
        }

        @Override
        public void visitUse(String service) {
          uses.add(service.replace('/', '.'));
        }

        @Override
        public void visitProvide(String service, String... providers) {
          provides.add(service.replace('/', '.'));
        }
      };
    }
  }
}
