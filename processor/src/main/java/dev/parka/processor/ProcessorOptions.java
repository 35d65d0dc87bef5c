package dev.parka.processor;

import dev.parka.dockerfile.BuildContext;
import dev.parka.runtime.classes.ClassPath;
import java.util.Set;

/**
 * What the user says in {@code -A} options.
 *
 * @param context what the Dockerfile will find when it is built
 * @param classPath what the application needs beside what the compiler sees, such as a JDBC driver
 */
record ProcessorOptions(BuildContext.Wishes context, ClassPath classPath) {

  static final String JDK_IMAGE = "parka.jdkImage";
  static final String JAR = "parka.jar";
  static final String LIB = "parka.lib";
  static final String CLASS_PATH = "parka.classpath";

  /** Every option that there is. */
  static final Set<String> NAMES = Set.of(JDK_IMAGE, JAR, LIB, CLASS_PATH);
}
