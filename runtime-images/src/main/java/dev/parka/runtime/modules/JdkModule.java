package dev.parka.runtime.modules;

import java.lang.module.ModuleDescriptor;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One module of a JDK, as its descriptor says.
 *
 * @param name its name
 * @param requires what must be there with it; {@code requires static} is not among them
 * @param packages all its packages, exported or not
 * @param provides the classes that provide each service
 */
record JdkModule(
    ModuleName name,
    Set<ModuleName> requires,
    Set<String> packages,
    Map<String, List<String>> provides) {

  /** JDK 9's class file version: the format has not changed since, but what is checked has. */
  private static final byte KNOWN_VERSION = 53;

  JdkModule {
    requires = Set.copyOf(requires);
    packages = Set.copyOf(packages);
    provides = Map.copyOf(provides);
  }

  /**
   * Reads a module descriptor. {@code java.lang.module} reads none of newer JDKs: hence the version
   * that it is shown.
   *
   * @throws RuntimeException of some kind if it is damaged
   */
  static JdkModule read(byte[] moduleInfo) {
    byte[] known = moduleInfo.clone();
    known[6] = 0;
    known[7] = KNOWN_VERSION;
    ModuleDescriptor module = ModuleDescriptor.read(ByteBuffer.wrap(known));
    Set<ModuleName> requires = new TreeSet<>();
    for (ModuleDescriptor.Requires required : module.requires()) {
      if (!required.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC)) {
        requires.add(new ModuleName(required.name()));
      }
    }
    Map<String, List<String>> provides = new HashMap<>();
    module.provides().forEach(one -> provides.put(one.service(), one.providers()));
    return new JdkModule(new ModuleName(module.name()), requires, module.packages(), provides);
  }
}
