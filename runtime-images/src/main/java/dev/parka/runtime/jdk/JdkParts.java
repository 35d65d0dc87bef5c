package dev.parka.runtime.jdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks for parts of a JDK that not every one has. */
final class JdkParts {

  /** jlink links from the run-time image it runs on if that lists the files of its modules. */
  private static final String FILES_OF_JAVA_BASE =
      "jdk/tools/jlink/internal/runtimelink/fs_java.base_files";

  private static final String SCREEN_LIBRARY = "lib/libawt_xawt.so";

  private JdkParts() {}

  static LinkSource linkSource(Jdk jdk) {
    if (jdk.jmods().isPresent()) {
      return LinkSource.JMODS;
    }
    try (JdkFiles files = ImageFile.open(jdk.home()).orElse(null)) {
      return files != null && files.has("jdk.jlink", FILES_OF_JAVA_BASE)
          ? LinkSource.RUNTIME_IMAGE
          : LinkSource.NONE;
    } catch (IOException e) {
      return LinkSource.NONE;
    }
  }

  static boolean isHeadless(Jdk jdk) {
    Path jmod = jdk.home().resolve("jmods/java.desktop.jmod");
    if (jdk.jmods().isEmpty()) {
      return !Files.exists(jdk.home().resolve(SCREEN_LIBRARY));
    }
    if (!Files.exists(jmod)) {
      return true;
    }
    try (JmodFile desktop = JmodFile.open(jmod)) {
      return !desktop.has(SCREEN_LIBRARY);
    }
  }
}
