package dev.parka.runtime.reach;

import dev.parka.runtime.classes.BadClassFileException;
import dev.parka.runtime.classes.ClassFile;
import dev.parka.runtime.classes.ClassFileReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads class files of the JDK, whatever their version. For one thread at a time. */
public final class JdkClassFiles {

  private static final int NEWEST = 0xffff;

  private final JdkClasses jdk;
  private final ClassFileReader reader = new ClassFileReader(NEWEST);

  /** Reads those of a JDK. */
  public JdkClassFiles(JdkClasses jdk) {
    this.jdk = jdk;
  }

  /**
   * The class file of a class by its internal name; null if the JDK has none.
   *
   * @throws IllegalStateException if it is damaged
   */
  public @Nullable ClassFile read(String name) {
    Optional<byte[]> bytes = jdk.classFile(name);
    try {
      return bytes.isEmpty() ? null : reader.read(bytes.get());
    } catch (BadClassFileException e) {
      throw new IllegalStateException(name + " of the JDK: " + e.getMessage(), e);
    }
  }
}
