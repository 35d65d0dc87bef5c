package dev.parka.runtime.classes;

import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a class file says of the class as a whole.
 *
 * @param bytes the whole file
 * @param access the access flags (JVMS 4.1)
 * @param name its internal name
 * @param superName the class that it extends, if any
 * @param interfaces what it implements
 * @param annotations the types of its runtime-visible annotations
 * @param bootstraps where the content of its BootstrapMethods attribute begins; 0 if it has none
 */
record ClassHeader(
    ClassBytes bytes,
    int access,
    String name,
    @Nullable String superName,
    List<String> interfaces,
    List<String> annotations,
    int bootstraps) {

  boolean isInterface() {
    return Modifier.isInterface(access);
  }
}
