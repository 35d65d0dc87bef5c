package dev.parka.processor;

import dev.parka.runtime.modules.ClassPath;
import dev.parka.spec.ImageReference;
import java.util.Optional;
import java.util.Set;

/**
 * What the user says in {@code -A} options.
 *
 * @param jdkImage whose JDK links; by default one of the image's Java version
 * @param jar the application's jar in the build context; by default {@code target/<name>.jar}
 * @param libraries the directory of the jars it depends on; see {@link Libraries}
 * @param classPath what the application needs beside what the compiler sees, such as a JDBC driver
 */
record ProcessorOptions(
    Optional<ImageReference> jdkImage,
    Optional<String> jar,
    Libraries libraries,
    ClassPath classPath) {

  static final String JDK_IMAGE = "parka.jdkImage";
  static final String JAR = "parka.jar";
  static final String LIB = "parka.lib";
  static final String CLASS_PATH = "parka.classpath";

  /** Every option that there is. */
  static final Set<String> NAMES = Set.of(JDK_IMAGE, JAR, LIB, CLASS_PATH);

  /**
   * Where the jars lie that the application depends on.
   *
   * @param directory as the option says; empty without the option
   */
  record Libraries(Optional<String> directory) {

    private static final String USUAL = "target/lib";

    /** The directory for a build context; an empty option says that there is none. */
    Optional<String> in(boolean hasDependencies) {
      return directory.isPresent()
          ? directory.filter(path -> !path.isEmpty())
          : Optional.of(USUAL).filter(usual -> hasDependencies);
    }
  }
}
