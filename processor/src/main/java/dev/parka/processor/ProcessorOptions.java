package dev.parka.processor;

import dev.parka.dockerfile.BuildPattern;
import dev.parka.dockerfile.ContextWishes;
import dev.parka.runtime.cache.UserCache;
import dev.parka.runtime.classes.ClassPath;
import java.util.Optional;
import java.util.Set;

/**
 * What the user says in {@code -A} options.
 *
 * @param context what the Dockerfile will find when it is built
 * @param pattern how its stages become files
 * @param classPath what the application needs beside what the compiler sees, such as a JDBC driver
 * @param cache where what was found is remembered, if anywhere
 * @param checkin where the generated files are checked in, if they are
 */
record ProcessorOptions(
    ContextWishes context,
    BuildPattern pattern,
    ClassPath classPath,
    Optional<UserCache> cache,
    Optional<Checkin> checkin) {

  static final String JDK_IMAGE = "parka.jdkImage";
  static final String JAR = "parka.jar";
  static final String LIB = "parka.lib";
  static final String PROJECT = "parka.project";
  static final String BUILD_TOOL = "parka.buildTool";
  static final String BUILD_IMAGE = "parka.buildImage";
  static final String MODULE = "parka.module";
  static final String CACHE_MOUNTS = "parka.cacheMounts";
  static final String TOOL_JAR = "parka.toolJar";
  static final String EXECUTABLE_JAR = "parka.executableJar";
  static final String ETC_SSL = "parka.etcSsl";
  static final String PATTERN = "parka.pattern";
  static final String CLASS_PATH = "parka.classpath";
  static final String CACHE = "parka.cache";
  static final String DIRECTORY = "parka.directory";
  static final String DRIFT = "parka.drift";

  /** The same where there are so many main classes. */
  ProcessorOptions forMains(int count) {
    return new ProcessorOptions(
        context, pattern, classPath, cache, checkin.map(c -> c.forMains(count)));
  }

  /** Every option that there is. */
  static final Set<String> NAMES =
      Set.of(
          JDK_IMAGE,
          JAR,
          LIB,
          PROJECT,
          BUILD_TOOL,
          BUILD_IMAGE,
          MODULE,
          CACHE_MOUNTS,
          TOOL_JAR,
          EXECUTABLE_JAR,
          ETC_SSL,
          PATTERN,
          CLASS_PATH,
          CACHE,
          DIRECTORY,
          DRIFT);
}
